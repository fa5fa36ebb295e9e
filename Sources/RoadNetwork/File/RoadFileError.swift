/// Why bytes are not a road file that can be used.
public enum RoadFileError: Error, Hashable, Sendable {
  /// The bytes begin with something else than a road file's magic.
  case notARoadFile
  /// The file was written in another version of the format.
  case unsupportedVersion(found: UInt32, supported: UInt32)
  /// The file ends too soon, or goes on after its end.
  case truncated
  /// A section's bytes are not those that were written, or its numbers contradict each other.
  case damaged(section: String)
}
