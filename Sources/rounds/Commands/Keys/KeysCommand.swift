import ArgumentParser

/// `rounds keys`: the office's private keys through the years.
struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys",
    abstract: "Lists, rotates, seals, backs up and restores the office's private keys.",
    discussion: """
      Whoever holds these keys opens what crews bring home; who has lost them all opens nothing.
      Passphrases are asked for, or read from a file; they are never an argument.
      """,
    subcommands: [
      KeysListCommand.self, KeysRotateCommand.self, KeysPassphraseCommand.self,
      KeysRecoveryCommand.self, KeysExportCommand.self, KeysRestoreCommand.self,
      KeysRetireCommand.self,
    ])
}
