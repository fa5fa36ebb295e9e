/// Why bytes are not a place file that can be opened.
public enum PlaceFileError: Error, Hashable, Sendable {
  /// The bytes do not begin as a place file does.
  case notAPlaceFile
  /// A place file of another version than ``PlaceFile/version``.
  case unsupportedVersion(UInt32)
  /// Fewer bytes than the file says it has.
  case truncated(expected: UInt64, found: UInt64)
  /// The bytes were changed since they were written, first noticed in `section`.
  case damaged(section: String)
}
