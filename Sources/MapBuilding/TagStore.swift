/// The tags of all things in an extract: pairs of numbers into one list of strings.
///
/// The strings begin with the spelling of every ``TagKey``, so that a key is a number at once.
final class TagStore: Sendable {
  let strings: [String]
  let keys: [UInt32]
  let values: [UInt32]

  init(strings: [String], keys: [UInt32], values: [UInt32]) {
    self.strings = strings
    self.keys = keys
    self.values = values
  }

  static let empty = TagStore(strings: TagKey.allCases.map(\.text), keys: [], values: [])
}

/// The tags of one thing on the map.
public struct Tags: Sendable, ExpressibleByDictionaryLiteral {
  let store: TagStore
  let range: Range<Int>

  /// Tags for trying a rule on, without an extract around them.
  public init(_ pairs: KeyValuePairs<String, String>) {
    var builder = TagStoreBuilder()
    builder.append(pairs.map { ($0.key, $0.value) })
    store = builder.store()
    range = 0..<store.keys.count
  }

  /// Tags for trying a rule on, without an extract around them.
  public init(dictionaryLiteral pairs: (String, String)...) {
    var builder = TagStoreBuilder()
    builder.append(pairs)
    store = builder.store()
    range = 0..<store.keys.count
  }

  init(store: TagStore, range: Range<Int>) {
    self.store = store
    self.range = range
  }

  /// Whether there are none.
  public var isEmpty: Bool { range.isEmpty }

  /// The value of `key`; `nil` where the thing has none.
  public subscript(key: TagKey) -> String? {
    for position in range where store.keys[position] == key.rawValue {
      return store.strings[Int(store.values[position])]
    }
    return nil
  }

  /// The value of a key by its spelling; `nil` where the thing has none.
  public subscript(text key: String) -> String? {
    for position in range where store.strings[Int(store.keys[position])] == key {
      return store.strings[Int(store.values[position])]
    }
    return nil
  }

  /// Every key and value, in the order of the map.
  public var pairs: [(key: String, value: String)] {
    range.map { (store.strings[Int(store.keys[$0])], store.strings[Int(store.values[$0])]) }
  }

  /// Whether `key` is there with one of `values`.
  func has(_ key: TagKey, _ values: String...) -> Bool {
    guard let value = self[key] else { return false }
    return values.contains(value)
  }

  /// Whether `key` says yes: there, and neither `no` nor `false` nor `0`.
  func affirms(_ key: TagKey) -> Bool {
    guard let value = self[key] else { return false }
    return value != "no" && value != "false" && value != "0"
  }
}

/// Tags as they are gathered one thing after another.
struct TagStoreBuilder: Sendable {
  private var strings = TagStore.empty.strings
  private var numbers: [String: UInt32]
  private(set) var keys: [UInt32] = []
  private(set) var values: [UInt32] = []

  init() {
    numbers = Dictionary(uniqueKeysWithValues: zip(strings, 0...))
  }

  var count: UInt32 { UInt32(keys.count) }

  mutating func append(_ pairs: [(String, String)]) {
    for (key, value) in pairs {
      keys.append(number(of: key))
      values.append(number(of: value))
    }
  }

  mutating func number(of text: String) -> UInt32 {
    if let number = numbers[text] { return number }
    let number = UInt32(strings.count)
    strings.append(text)
    numbers[text] = number
    return number
  }

  func store() -> TagStore { TagStore(strings: strings, keys: keys, values: values) }
}
