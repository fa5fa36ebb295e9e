/// What commands say of sync files and of what came home.
public struct SyncPhrases: Sendable {
  /// The file, and whether it is empty.
  public var notASyncFile: @Sendable (String, Bool) -> String
  /// What a kind of file is called, by its code.
  public var kind: @Sendable (String) -> String
  /// The file and the code of its kind.
  public var passedOver: @Sendable (String, String) -> String
  /// The folder.
  public var noLogs: @Sendable (String) -> String
  /// The folder.
  public var watching: @Sendable (String) -> String
  /// The watch ended as it was asked to.
  public var watchEnded: String
  /// The file and the log.
  public var rolledBack: @Sendable (String, String) -> String
  /// What the file is, records, events, bytes.
  public var fileContent: @Sendable (String, Int, Int, Int) -> String
  /// No key that is here opens the file.
  public var onlyOutside: String
  /// Trip, crew, day, stops.
  public var packContent: @Sendable (String, String, String, Int) -> String
  /// Log, last record without a gap, head code, whole attachments, wanted ones.
  public var receiptLine: @Sendable (String, Int, String, Int, Int) -> String
  /// What is wrong with a line, its byte offset, whether it is a torn tail.
  public var faultLine: @Sendable (String, Int, Bool) -> String
  /// Whether a file is sound, and whether its inside was looked at.
  public var soundness: @Sendable (Bool, Bool) -> String
  /// Log, place in the file, place that was known.
  public var rollbackLine: @Sendable (String, Int, Int) -> String
  /// The file's checksum, line, byte offset, what is wrong.
  public var quarantineLine: @Sendable (String, Int, Int, String) -> String
  /// Whole, incomplete and damaged attachments.
  public var attachments: @Sendable (Int, Int, Int) -> String
  /// The attachment, whether it is damaged, the parts that are missing.
  public var wanted: @Sendable (String, Bool, String) -> String
  /// What a review item is about, by its code.
  public var review: @Sendable (String) -> String
  /// What a choice that is no value means, by its code.
  public var choice: @Sendable (String) -> String
  /// What was proposed, who said so, whether the person agreed.
  public var proposal: @Sendable (String, String, Bool) -> String
  /// The choices.
  public var choices: @Sendable (String) -> String
  /// Open and settled items.
  public var reviewCount: @Sendable (Int, Int) -> String
  /// The choice, who, when, why.
  public var settledBy: @Sendable (String, String, String, String) -> String
  /// The choice, whether it is a trial.
  public var settled: @Sendable (String, Bool) -> String
  /// What was typed, and the choices.
  public var noSuchChoice: @Sendable (String, String) -> String
  /// What was typed.
  public var noSuchReview: @Sendable (String) -> String
  /// What was typed.
  public var unknownVisit: @Sendable (String) -> String
  /// Visit, crew, day, whether it is a trial.
  public var withdrawn: @Sendable (String, String, String, Bool) -> String
  /// The file, how many logs, whether it is a trial.
  public var receiptWritten: @Sendable (String, Int, Bool) -> String
  /// Records, erased ones, ones that do not hold any more.
  public var rebuilt: @Sendable (Int, Int, Int) -> String
  /// Whether nothing stood before, whether both are equal, whether it is a trial.
  public var rebuildVerdict: @Sendable (Bool, Bool, Bool) -> String
  /// The record.
  public var recordRefused: @Sendable (String) -> String
  /// No record is of what was named.
  public var nothingToErase: String
  /// How many records, whether it is a trial.
  public var erased: @Sendable (Int, Bool) -> String
  /// Asks for files to attach, which may stay empty.
  public var askAttachments: String
  /// The file.
  public var cannotAttach: @Sendable (String) -> String
  /// The visit: asks why it was not made, before the numbered choices.
  public var askUnvisited: @Sendable (String) -> String
  /// Why a stop was not visited, by its code.
  public var unvisited: @Sendable (String) -> String
  /// How many attachments, in how many parts.
  public var attached: @Sendable (Int, Int) -> String
  /// Records that are missing, and how many attachments are.
  public var stillMissing: @Sendable (String, Int) -> String
  /// How many stops were left, and why, in words.
  public var leftOut: @Sendable (Int, String) -> String
}
