import COsmium

extension MapReader {
  /// Calls `body` with `filter` in the words of the shim.
  @unsafe
  static func withRequest<Result>(
    _ filter: FeatureFilter, _ body: (inout cosmium_request) -> Result
  ) -> Result {
    let texts = CStrings(
      TagKey.allCases.map(\.text) + TagKey.prefixes + filter.rules.map { $0.value ?? "" })
    let keyCount = TagKey.allCases.count
    let prefixEnd = keyCount + TagKey.prefixes.count
    let rules = unsafe filter.rules.enumerated().map { index, rule in
      unsafe cosmium_rule(
        entity: Int32(rule.entity.rawValue), key: texts.pointers[Int(rule.key.rawValue)],
        value: rule.value == nil ? nil : texts.pointers[prefixEnd + index],
        companion: rule.companion.flatMap { unsafe texts.pointers[Int($0.rawValue)] })
    }
    // SAFETY: The pointers are good until the closures end, and the request does not leave them;
    // `texts` is kept alive to the end of the function.
    defer { withExtendedLifetime(texts) {} }
    return unsafe texts.pointers.withUnsafeBufferPointer { pointers in
      unsafe rules.withUnsafeBufferPointer { rules in
        var request = unsafe cosmium_request()
        unsafe request.rules = rules.baseAddress
        unsafe request.rule_count = rules.count
        unsafe request.keys = pointers.baseAddress
        unsafe request.key_count = keyCount
        unsafe request.prefixes = pointers.baseAddress.map { unsafe $0 + keyCount }
        unsafe request.prefix_count = TagKey.prefixes.count
        unsafe request.most_nodes = filter.limits.nodes
        unsafe request.most_ways = filter.limits.ways
        unsafe request.most_references = filter.limits.references
        unsafe request.most_members = filter.limits.members
        return unsafe body(&request)
      }
    }
  }
}

/// Strings as C reads them, one after another in one piece of memory.
@safe
private final class CStrings {
  let pointers: [UnsafePointer<CChar>?]
  private let memory: UnsafeMutablePointer<CChar>

  init(_ texts: [String]) {
    let bytes = texts.map { $0.utf8.map { CChar(bitPattern: $0) } + [0] }
    let count = bytes.reduce(0) { $0 + $1.count }
    let memory = UnsafeMutablePointer<CChar>.allocate(capacity: max(1, count))
    var pointers: [UnsafePointer<CChar>?] = unsafe []
    var offset = 0
    for text in bytes {
      unsafe pointers.append(UnsafePointer(memory + offset))
      for character in text {
        // SAFETY: `offset` stays below `count`, the sum of all lengths.
        unsafe memory[offset] = character
        offset += 1
      }
    }
    unsafe self.memory = unsafe memory
    unsafe self.pointers = unsafe pointers
  }

  deinit { unsafe memory.deallocate() }
}
