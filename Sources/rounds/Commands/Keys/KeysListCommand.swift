import ArgumentParser
import Briefing
import Foundation
import OfficeStore
import Quantities
import VisitSync

/// `rounds keys list`: which keys there are, and which are still needed.
struct KeysListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Lists the office keys, the newest last, and the trips that still need each.",
    discussion: "Example:\n  rounds keys list --json")

  @OptionGroup var keys: KeyOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let workspace = try Workspace(common)
    let terminal = workspace.terminal
    let folder = KeyFolder(workspace)
    let ring = try folder.open(KeyAccess(keys, terminal: terminal)).ring
    let lines = try (ring?.keys ?? []).map { key in
      let use = try workspace.use(of: key.thumbprint)
      return Answer.Key(
        key: key.thumbprint, current: key == ring?.current, trips: use.trips.count,
        outstanding: use.outstanding)
    }
    for line in lines {
      terminal.say(
        terminal.phrases.keys.keyLine(line.key, line.current, line.trips, line.outstanding.count))
    }
    if lines.isEmpty { terminal.say(terminal.phrases.commands.noOfficeKey) }
    let owner = try folder.recoveryKey()?.thumbprint
    terminal.say(terminal.phrases.keys.protection(folder.isSealed, owner ?? ""))
    if folder.isSealed, folder.hasPlainKeys {
      terminal.remark(terminal.phrases.keys.plainBesideSealed)
    }
    try terminal.answer(
      Answer(
        sealed: folder.isSealed, plainLeft: folder.isSealed && folder.hasPlainKeys,
        recoveryKey: owner, keys: lines))
  }

  private struct Answer: Encodable {
    struct Key: Encodable {
      let key: String
      let current: Bool
      let trips: Int
      let outstanding: [String]
    }

    let sealed: Bool
    let plainLeft: Bool
    let recoveryKey: String?
    let keys: [Key]
  }
}

extension Workspace {
  /// Which trips need the office key of this name.
  func use(of thumbprint: String) throws -> KeyUse {
    KeyUse(
      of: thumbprint, trips: try stored { try $0.listTrips() }, state: try foldedState(),
      heads: try stored { try $0.listReceiptedHeads() })
  }
}
