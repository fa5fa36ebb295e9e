/// A place in a JSON text and what stands there, so that whatever is wrong can be named.
struct JSONField {
  /// The way here from the root: `vehicles[3].capacity`.
  let path: String
  /// What stands here; `nil` for nothing or null.
  let value: JSONValue?

  init(path: String, value: JSONValue?) {
    self.path = path
    if case .null? = value { self.value = nil } else { self.value = value }
  }

  var place: RoutingFileError.Place { .path(path.isEmpty ? "." : path) }
  var isPresent: Bool { value != nil }

  /// The member `key` of the object here.
  subscript(key: String) -> JSONField {
    var member: JSONValue?
    if case .object(let members)? = value { member = members.first { $0.key == key }?.value }
    return JSONField(path: path.isEmpty ? key : "\(path).\(key)", value: member)
  }

  /// The keys of the object here, in their order.
  func keys() throws(RoutingFileError) -> [String] {
    guard case .object(let members)? = value else { throw wrongKind() }
    return members.map(\.key)
  }

  /// The elements of the list here; none where there is nothing.
  func items() throws(RoutingFileError) -> [JSONField] {
    let values: [JSONValue]
    switch value {
    case nil: values = []
    case .array(let array)?: values = array
    case .numbers(let numbers)?: values = numbers.map { .number($0) }
    default: throw wrongKind()
    }
    return values.enumerated().map { JSONField(path: "\(path)[\($0)]", value: $1) }
  }

  /// The whole number here.
  func integer(_ range: ClosedRange<Int>) throws(RoutingFileError) -> Int {
    guard let number = try optionalInteger(range) else { throw missing() }
    return number
  }

  func optionalInteger(_ range: ClosedRange<Int>) throws(RoutingFileError) -> Int? {
    guard let number = try optionalNumber() else { return nil }
    guard let whole = Int(exactly: number), range.contains(whole) else {
      throw RoutingFileError(.outOfRange, place, found: "\(number)")
    }
    return whole
  }

  func number() throws(RoutingFileError) -> Double {
    guard let number = try optionalNumber() else { throw missing() }
    return number
  }

  func optionalNumber() throws(RoutingFileError) -> Double? {
    switch value {
    case nil: return nil
    case .number(let number)?: return number
    default: throw wrongKind()
    }
  }

  func optionalString() throws(RoutingFileError) -> String? {
    switch value {
    case nil: return nil
    case .string(let text)?: return text
    default: throw wrongKind()
    }
  }

  func bool(else fallback: Bool) throws(RoutingFileError) -> Bool {
    switch value {
    case nil: return fallback
    case .bool(let truth)?: return truth
    default: throw wrongKind()
    }
  }

  /// The whole numbers of the list here; `nil` where there is nothing.
  func optionalIntegers(_ range: ClosedRange<Int>) throws(RoutingFileError) -> [Int]? {
    guard isPresent else { return nil }
    var integers: [Int] = []
    for item in try items() { integers.append(try item.integer(range)) }
    return integers
  }

  func missing() -> RoutingFileError { RoutingFileError(.missing, place) }

  func wrongKind() -> RoutingFileError {
    guard let value else { return missing() }
    let found =
      switch value {
      case .null: "null"
      case .bool(let truth): "\(truth)"
      case .number(let number): "\(number)"
      case .string(let text): "\"\(text)\""
      case .numbers, .array: "[…]"
      case .object: "{…}"
      }
    return RoutingFileError(.wrongKind, place, found: found)
  }
}
