import Testing

@Suite("Effects and habits")
struct EffectTests {
  /// What only edges may do, and the words by which it is recognised.
  static let effects: [(what: String, pattern: String)] = [
    ("reads the clock", #"\bDate\(\)|\b(?:ContinuousClock|SuspendingClock|DispatchTime)\b"#),
    ("reads the clock", #"\b(?:gettimeofday|clock_gettime|time)\(nil\)"#),
    ("draws chance", #"\bUUID\(\)|\bSystemRandomNumberGenerator\b"#),
    ("draws chance", #"\.(?:randomElement|shuffled|shuffle)\(\)"#),
    ("draws chance", #"\.random\(in:(?!.*\busing:)"#),
    ("opens files", #"\b(?:FileManager|FileHandle|fopen|fdopen)\b|\bcontentsOf(?:File)?:\s*URL"#),
    ("prints", #"(?:^|[^\w.])(?:debugPrint|print|fputs)\("#),
    ("starts work of its own", #"(?:^|[^\w\s])\s*Task(?:\.detached)?\s*(?:\([^)]*\)\s*)?\{"#),
    ("reads the environment", #"\b(?:ProcessInfo|getenv)\b"#),
  ]

  static let inner = Layers.allowed.keys.filter { !Layers.edges.contains($0) }.sorted()

  @Test("words, engines and work know no files, clocks or chance", arguments: inner)
  func effects(_ target: String) throws {
    let effects = try Self.effects.map { ($0.what, try codePattern($0.pattern)) }
    for file in SourceTree.swiftFiles(in: "Sources/" + target) {
      let code = SwiftCode(file.text)
      for (what, pattern) in effects {
        for line in code.lines(matching: pattern) {
          Issue.record("\(file.path):\(line) \(what)")
        }
      }
    }
  }

  /// What no source does, at an edge or elsewhere.
  static let habits: [(what: String, pattern: String)] = [
    ("forces a try", #"\btry!"#),
    ("forces a cast", #"\bas!"#),
    ("forces an optional open", #"[\w\)\]]!(?:[.\[\),]|\s*$)"#),
    ("leaves an optional open by force", #":\s*\[?\w+(?:\.\w+)*\]?!(?=\s|$|\)|,)"#),
  ]

  @Test("no source forces anything", arguments: Layers.allowed.keys.sorted())
  func habits(_ target: String) throws {
    let habits = try Self.habits.map { ($0.what, try codePattern($0.pattern)) }
    for file in SourceTree.swiftFiles(in: "Sources/" + target) {
      let code = SwiftCode(file.text)
      for (what, pattern) in habits {
        for line in code.lines(matching: pattern) {
          Issue.record("\(file.path):\(line) \(what)")
        }
      }
    }
  }

  @Test("the patterns catch what they are meant to, and let the rest pass")
  func patterns() throws {
    let caught = [
      "let now = Date()", "x.random(in: 0..<3)", "print(\"a\")", "Task { await x() }",
      "Task.detached { }", "let id = UUID()", "FileManager.default", "list.shuffled()",
    ]
    for line in caught {
      let hits = try Self.effects.filter {
        try !SwiftCode(line).lines(matching: codePattern($0.1)).isEmpty
      }
      #expect(!hits.isEmpty, "\(line)")
    }
    let harmless = [
      "// Date()", "UInt8.random(in: 0...255, using: &generator)", "sheet.print(page)",
      "struct Task {", "let text = \"print(x)\"", "fingerprint(key)", "generator.shuffle(&list)",
    ]
    for line in harmless {
      for (_, pattern) in Self.effects {
        #expect(
          try SwiftCode(line).lines(matching: codePattern(pattern)).isEmpty, "\(line): \(pattern)")
      }
    }
    for line in ["a.first!.b", "let b = a!", "f(x!)", "x[0]!", "var n: Int!", "try! f()"] {
      let hits = try Self.habits.filter {
        try !SwiftCode(line).lines(matching: codePattern($0.1)).isEmpty
      }
      #expect(!hits.isEmpty, "\(line)")
    }
    for line in ["a != b", "if !done { }", "!isEmpty", "guard x != nil else {", "\"go!\""] {
      for (_, pattern) in Self.habits {
        #expect(
          try SwiftCode(line).lines(matching: codePattern(pattern)).isEmpty, "\(line): \(pattern)")
      }
    }
  }

  @Test("code inside a text's interpolation is still code")
  func interpolation() {
    let code = SwiftCode("let a = \"x \\(f(Date())) y\" // Date()\nlet b = #\"Date()\"#")
    #expect(code.lines(matching: /Date\(\)/) == [1])
  }
}
