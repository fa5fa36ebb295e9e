/// A value of the JSON that sync files hold: no floating point, members in their written order.
enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case integer(Int64)
  case string(String)
  case array([JSONValue])
  case object(JSONObject)

  /// The object of `members` in their order.
  static func members(_ members: [(String, JSONValue?)]) -> JSONValue {
    .object(JSONObject(members))
  }

  /// An array of strings.
  static func strings(_ strings: [String]) -> JSONValue { .array(strings.map(JSONValue.string)) }
}

/// The members of a JSON object, and where its text stood.
struct JSONObject: Sendable {
  struct Member: Hashable, Sendable {
    var key: String
    var value: JSONValue
  }

  var members: [Member]
  /// The bytes of the text that was read; empty for an object that was made.
  var span: Range<Int> = 0..<0

  init(members: [Member], span: Range<Int>) {
    self.members = members
    self.span = span
  }

  /// The members whose values are there.
  init(_ members: [(String, JSONValue?)]) {
    self.members = members.compactMap { key, value in value.map { Member(key: key, value: $0) } }
  }

  subscript(key: String) -> JSONValue? {
    get { members.first { $0.key == key }?.value }
    set {
      let position = members.firstIndex { $0.key == key }
      switch (position, newValue) {
      case (let position?, let value?): members[position].value = value
      case (let position?, nil): members.remove(at: position)
      case (nil, let value?): members.append(Member(key: key, value: value))
      case (nil, nil): break
      }
    }
  }
}

extension JSONObject: Hashable {
  static func == (left: JSONObject, right: JSONObject) -> Bool { left.members == right.members }

  func hash(into hasher: inout Hasher) { hasher.combine(members) }
}
