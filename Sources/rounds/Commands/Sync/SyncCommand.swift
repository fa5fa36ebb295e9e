import ArgumentParser

/// `rounds sync`: brings home what crews recorded.
struct SyncCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sync",
    abstract: "Brings home visit logs, says what is missing, settles doubts, writes receipts.",
    subcommands: [
      SyncImportCommand.self, SyncVerifyCommand.self, SyncStatusCommand.self,
      SyncReviewCommand.self, SyncWithdrawCommand.self, SyncReceiptCommand.self,
      SyncRebuildCommand.self, SyncEraseCommand.self,
    ])
}

/// Bytes as hexadecimal text.
enum Hexadecimal {
  static func text(_ bytes: some Sequence<UInt8>) -> String {
    bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }
}
