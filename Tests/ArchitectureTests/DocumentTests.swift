import Foundation
import Testing

@Suite("Maps, documents and texts")
struct DocumentTests {
  /// Every text file that is part of the project and written by hand.
  static let texts: [SourceTree.File] =
    ["Sources", "Tests", "scripts", "samples", "maps", ".ci", "Benchmarks"].flatMap { folder in
      SourceTree.files(in: folder) {
        ["", "swift", "md", "yaml", "h", "hpp", "cpp", "csv", "sh"].contains($0)
      }
    } + SourceTree.topFiles()

  @Test("every map has an entry whose checksum is the file's")
  func maps() throws {
    let folder = SourceTree.root.appendingPathComponent("maps")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.contains(".osm") }.sorted()
    #expect(!names.isEmpty)
    let readme = try #require(SourceTree.file(at: "maps/README.md"))
    for name in names {
      let entry = try #require(
        readme.lines.first { $0.hasPrefix("| `\(name)` |") }, "\(name) has no entry")
      let bytes = try #require(
        FileManager.default.contents(atPath: folder.appendingPathComponent(name).path))
      #expect(entry.contains("`\(SHA256.hexadecimal(bytes))`"), "\(name): checksum differs")
      #expect(entry.contains("| \(bytes.count) |"), "\(name): size differs")
    }
  }

  @Test("the rules and checklists of the samples are those that a new workspace gets")
  func sampleRules() throws {
    for world in ["wight", "qingxi"] {
      let files =
        SourceTree.files(in: "samples/\(world)/rules") { $0 == "yaml" }
        + SourceTree.files(in: "samples/\(world)/checklists") { $0 == "yaml" }
      #expect(files.count >= 4)
      for file in files {
        let name = try #require(file.path.split(separator: "/").last)
        let bundled = SourceTree.file(at: "Sources/VisitRules/Resources/\(name)")
        #expect(bundled?.text == file.text, "\(file.path): write it again with make-samples")
      }
    }
  }

  @Test("every format and decision that a text names is written")
  func articles() throws {
    let pattern = /(Formats|Decisions)\/([A-Za-z0-9][\w-]*)/
    for file in Self.texts where !file.path.hasPrefix("Tests/ArchitectureTests/") {
      for match in file.text.matches(of: pattern) {
        let path = "Sources/rounds/Documentation.docc/\(match.output.1)/\(match.output.2).md"
        #expect(SourceTree.file(at: path) != nil, "\(file.path) names \(path)")
      }
    }
  }

  @Test("no two decisions have the same number")
  func decisions() {
    let numbers = SourceTree.files(in: "Sources/rounds/Documentation.docc/Decisions") { $0 == "md" }
      .compactMap { $0.path.split(separator: "/").last?.prefix(4) }
    #expect(!numbers.isEmpty && Set(numbers).count == numbers.count)
  }

  @Test("no text tells of the workshop: machine paths, ticket numbers, things left to do")
  func texts() throws {
    let banned: [(what: String, pattern: String)] = [
      ("a machine path", #"(?:^|[^\w.-])/(?:work|home|root|Users|tmp/(?:pk|kit))/"#),
      ("a ticket number", #"(?i)\b(?:issue|ticket|pull request)s?\s*#?\d+"#),
      ("something left to do", #"\b(?:TODO|FIXME|XXX)\b"#),
    ]
    #expect(Self.texts.count > 100)
    let patterns = try banned.map { ($0.what, try codePattern($0.pattern)) }
    for file in Self.texts where !file.path.hasPrefix("Tests/ArchitectureTests/") {
      for (what, regex) in patterns {
        for (number, line) in file.lines.enumerated() where line.firstMatch(of: regex) != nil {
          Issue.record("\(file.path):\(number + 1) holds \(what)")
        }
      }
    }
  }

  @Test("sums as the published examples of SHA-256 do")
  func checksum() {
    #expect(
      SHA256.hexadecimal(Data("abc".utf8))
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      SHA256.hexadecimal(Data())
        == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(
      SHA256.hexadecimal(Data(repeating: UInt8(ascii: "a"), count: 1_000))
        == "41edece42d63e8d9bf515a9ba6932e1c20cbc9f5a5d134645adb5db1b9737ea3")
  }
}
