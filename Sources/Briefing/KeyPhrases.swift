/// What commands say of the office's private keys.
public struct KeyPhrases: Sendable {
  /// The key, whether new packs name it, its trips, how many of them still need it.
  public var keyLine: @Sendable (String, Bool, Int, Int) -> String
  /// Whether a passphrase seals the keys, and the owner's recovery key or nothing.
  public var protection: @Sendable (Bool, String) -> String
  /// Plain keys stand beside the sealed file.
  public var plainBesideSealed: String
  /// The key file.
  public var readableByOthers: @Sendable (String) -> String
  /// The key and its file.
  public var rotated: @Sendable (String, String) -> String
  /// The file.
  public var wouldRotate: @Sendable (String) -> String
  /// Whether the keys were sealed, whether they are now, how many, whether it is a trial.
  public var passphraseChanged: @Sendable (Bool, Bool, Int, Bool) -> String
  /// The key and the file with its private half.
  public var recoveryMade: @Sendable (String, String) -> String
  /// The file.
  public var wouldMakeRecovery: @Sendable (String) -> String
  /// The recovery key that is there.
  public var recoveryExists: @Sendable (String) -> String
  /// How many keys, the file, whether its owner can open it too, whether it is a trial.
  public var exported: @Sendable (Int, String, Bool, Bool) -> String
  /// How many keys were put back, of how many, whether it is a trial.
  public var restored: @Sendable (Int, Int, Bool) -> String
  /// The key, whether it is a trial.
  public var retired: @Sendable (String, Bool) -> String
  /// The key.
  public var keyIsCurrent: @Sendable (String) -> String
  /// The key and the trips that need it.
  public var keyStillNeeded: @Sendable (String, String) -> String
  /// What was typed.
  public var unknownKey: @Sendable (String) -> String
  /// The file that it opens.
  public var askPassphrase: @Sendable (String) -> String
  /// Asks for a passphrase that is to be set.
  public var askNewPassphrase: String
  /// Asks for the same again.
  public var askAgain: String
  /// Two answers were not the same.
  public var passphrasesDiffer: String
  /// Nothing was typed.
  public var emptyPassphrase: String
  /// The file.
  public var noPassphraseInFile: @Sendable (String) -> String
  /// The prompt was left without an answer.
  public var cancelled: String
  /// The option that names a file instead.
  public var noTerminal: @Sendable (String) -> String
  /// What is wrong with a sealed file, by its code.
  public var fault: @Sendable (String) -> String
}
