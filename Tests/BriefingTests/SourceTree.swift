import Foundation

/// The sources of the package, for tests that hold tables of words to the codes they speak of.
enum SourceTree {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Sources")

  /// The text of a file below `Sources`.
  static func text(_ path: String) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
  }
}

/// How Chinese sentences are written.
enum Chinese {
  /// Whether a sentence holds Chinese, and no half-width mark stands beside a Chinese character.
  static func isWellFormed(_ text: String) -> Bool {
    text.contains(/\p{Han}/) && !text.contains(/\p{Han}[,:;?!()]|[,:;?!()]\p{Han}/)
  }
}
