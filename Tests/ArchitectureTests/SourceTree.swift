import Foundation

/// The text files of this package, read from where the tests were compiled.
enum SourceTree {
  /// One text file with its path inside the package.
  struct File: Sendable, CustomStringConvertible {
    let path: String
    let text: String

    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
    var description: String { path }
  }

  /// The package's folder: three steps above this file.
  static let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The names of the folders in `Sources` that hold Swift files.
  static func targets() -> [String] {
    Set(swiftFiles(in: "Sources").compactMap { $0.path.split(separator: "/").dropFirst().first })
      .map(String.init).sorted()
  }

  /// Every Swift file below `folder`, in order of path.
  static func swiftFiles(in folder: String) -> [File] { files(in: folder) { $0 == "swift" } }

  /// Every file below `folder` whose extension is wanted, in order of path.
  static func files(in folder: String, where isWanted: (String) -> Bool) -> [File] {
    let base = root.appendingPathComponent(folder)
    guard let walk = FileManager.default.enumerator(atPath: base.path) else { return [] }
    var files: [File] = []
    for case let path as String in walk where isWanted((path as NSString).pathExtension) {
      guard !path.split(separator: "/").contains(where: { $0.hasPrefix(".") }) else { continue }
      if let file = file(at: folder + "/" + path) { files.append(file) }
    }
    return files.sorted { $0.path < $1.path }
  }

  /// The text file at a path inside the package; `nil` where there is none.
  static func file(at path: String) -> File? {
    guard let data = FileManager.default.contents(atPath: root.appendingPathComponent(path).path)
    else { return nil }
    return String(data: data, encoding: .utf8).map { File(path: path, text: $0) }
  }

  /// The files at the top of the package that people read.
  static func topFiles() -> [File] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
    return names.sorted().filter { $0.hasSuffix(".md") || $0 == "Package.swift" }
      .compactMap { file(at: $0) }
  }
}
