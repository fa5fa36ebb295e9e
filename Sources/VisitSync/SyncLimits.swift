/// The sizes that no sync file may exceed, so that a hostile one cannot exhaust a desk.
public enum SyncLimits {
  /// The longest record on its line, in bytes.
  public static let encodedRecord = 1 << 20
  /// The longest record after inflating, in bytes.
  public static let inflatedRecord = 4 << 20
  /// The longest file, in bytes.
  public static let file: Int64 = 2 << 30
  /// How deep JSON may nest.
  public static let jsonDepth = 16
  /// How many JSON values one record may hold.
  public static let jsonValues = 200_000
  /// The longest identifier, in bytes of UTF-8.
  public static let identifier = 200
  /// The largest part of an attachment, in bytes.
  public static let evidencePart = 512 << 10
  /// How many parts one attachment may have.
  public static let evidenceParts = 4_096
  /// How many bytes of quarantined lines are kept with their report; of later ones only the place.
  public static let quarantinedBytes = 16 << 20
  /// How many quarantined lines a report lists one by one; later ones are counted.
  public static let quarantinedLines = 10_000
}
