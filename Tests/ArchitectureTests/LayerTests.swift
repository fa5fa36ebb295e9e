import Testing

@Suite("Layers")
struct LayerTests {
  @Test("every target stands in the table")
  func targetsAreKnown() {
    let targets = SourceTree.targets()
    #expect(!targets.isEmpty, "no sources found at \(SourceTree.root)")
    for target in targets {
      #expect(Layers.allowed[target] != nil, "\(target) has no place in the layers")
    }
  }

  @Test("every target imports only what its layer allows", arguments: Layers.allowed.keys.sorted())
  func imports(_ target: String) throws {
    let allowed = try #require(Layers.allowed[target]).union(Layers.platform)
    let files = SourceTree.swiftFiles(in: "Sources/" + target)
    #expect(!files.isEmpty, "\(target) has no sources")
    for file in files {
      for (line, module) in Self.imports(in: SwiftCode(file.text)) {
        #expect(allowed.contains(module), "\(file.path):\(line) imports \(module)")
      }
    }
  }

  @Test("the manifest gives no target what its layer forbids")
  func manifest() throws {
    let manifest = try #require(SourceTree.file(at: "Package.swift"))
    for target in SourceTree.targets() {
      let allowed = try #require(Layers.allowed[target])
      for dependency in Self.dependencies(of: target, in: manifest.text) {
        #expect(allowed.contains(dependency), "\(target) depends on \(dependency)")
      }
    }
  }

  @Test("finds imports however they are written, and none in comments or texts")
  func finder() {
    let code = SwiftCode(
      """
      public import A
        @testable import B
      // import C
      import struct D.Thing
      let text = "import E"
      @preconcurrency internal import F.Sub
      /* import G
      import H */
      """)
    #expect(Self.imports(in: code).map(\.module) == ["A", "B", "D", "F"])
    #expect(Self.imports(in: code).map(\.line) == [1, 2, 4, 6])
  }

  private static func imports(in code: SwiftCode) -> [(line: Int, module: String)] {
    let kinds = "(?:struct|class|enum|protocol|func|var|let|typealias)"
    guard
      let pattern = try? Regex<(Substring, Substring)>(
        "^\\s*(?:@\\w+(?:\\([^)]*\\))?\\s+)*(?:\\w+\\s+)?import\\s+(?:\(kinds)\\s+)?(\\w+)")
    else { return [] }
    return code.lines.enumerated().compactMap { number, line in
      line.firstMatch(of: pattern).map { (number + 1, String($0.output.1)) }
    }
  }

  /// The names in the manifest's entry of `target`, its shorthands written out.
  private static func dependencies(of target: String, in manifest: String) -> [String] {
    guard let start = manifest.firstRange(of: "name: \"\(target)\"") else { return [] }
    let rest = manifest[start.upperBound...]
    let entry = rest[..<(rest.firstRange(of: "\n    .")?.lowerBound ?? rest.endIndex)]
    guard let list = entry.firstRange(of: "dependencies:") else { return [] }
    let names = entry[list.upperBound...]
    let shorthands = [
      "yams": "Yams", "crypto": "Crypto", "grdb": "GRDB", "arguments": "ArgumentParser",
    ]
    var found = names.matches(of: /"(\w+)"/).map { String($0.output.1) }
    for word in names.matches(of: /\b(\w+)\b/).map({ String($0.output.1) }) {
      if word == "words" { found += Layers.words.sorted() }
      if word == "hummingbird" { found += ["Hummingbird", "HummingbirdCore", "NIOCore"] }
      if let module = shorthands[word] { found.append(module) }
    }
    return found
  }
}
