/// Why an object does not hold the member it must.
struct FieldFault: Error, Hashable {
  let field: String
}

/// Takes the members of one JSON object by name and kind.
struct JSONFields {
  let object: JSONObject

  init(_ object: JSONObject) { self.object = object }

  /// The fields of `value`, which stood in the member `field`.
  init(_ value: JSONValue?, _ field: String) throws(FieldFault) {
    guard case .object(let object)? = value else { throw FieldFault(field: field) }
    self.object = object
  }

  private func member(_ key: String) -> JSONValue? {
    let value = object[key]
    return value == .null ? nil : value
  }

  func string(_ key: String) throws(FieldFault) -> String {
    guard let string = try optionalString(key) else { throw FieldFault(field: key) }
    return string
  }

  func optionalString(_ key: String) throws(FieldFault) -> String? {
    switch member(key) {
    case .string(let string)?: return string
    case nil: return nil
    default: throw FieldFault(field: key)
    }
  }

  /// A name: not empty, short, without control characters.
  func identifier(_ key: String) throws(FieldFault) -> String {
    let text = try string(key)
    guard Self.isIdentifier(text) else { throw FieldFault(field: key) }
    return text
  }

  func optionalIdentifier(_ key: String) throws(FieldFault) -> String? {
    guard let text = try optionalString(key) else { return nil }
    guard Self.isIdentifier(text) else { throw FieldFault(field: key) }
    return text
  }

  static func isIdentifier(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= SyncLimits.identifier
      && text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
  }

  func integer(_ key: String) throws(FieldFault) -> Int64 {
    guard let number = try optionalInteger(key) else { throw FieldFault(field: key) }
    return number
  }

  func optionalInteger(_ key: String) throws(FieldFault) -> Int64? {
    switch member(key) {
    case .integer(let number)?: return number
    case nil: return nil
    default: throw FieldFault(field: key)
    }
  }

  func integer<Number: FixedWidthInteger>(
    _ key: String, as _: Number.Type, in range: ClosedRange<Number>
  ) throws(FieldFault) -> Number {
    guard let number = Number(exactly: try integer(key)), range.contains(number) else {
      throw FieldFault(field: key)
    }
    return number
  }

  func bool(_ key: String) throws(FieldFault) -> Bool {
    guard case .bool(let truth)? = member(key) else { throw FieldFault(field: key) }
    return truth
  }

  func array(_ key: String) throws(FieldFault) -> [JSONValue] {
    guard case .array(let values)? = member(key) else { throw FieldFault(field: key) }
    return values
  }

  func objects(_ key: String) throws(FieldFault) -> [JSONFields] {
    var fields: [JSONFields] = []
    for value in try array(key) { fields.append(try JSONFields(value, key)) }
    return fields
  }

  func strings(_ key: String) throws(FieldFault) -> [String] {
    var strings: [String] = []
    for value in try array(key) {
      guard case .string(let string) = value else { throw FieldFault(field: key) }
      strings.append(string)
    }
    return strings
  }

  func optionalObject(_ key: String) throws(FieldFault) -> JSONFields? {
    guard let value = member(key) else { return nil }
    return try JSONFields(value, key)
  }

  func object(_ key: String) throws(FieldFault) -> JSONFields { try JSONFields(member(key), key) }
}
