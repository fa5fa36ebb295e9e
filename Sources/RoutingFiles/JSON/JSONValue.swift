/// A value of JSON; lists of plain numbers are kept as such, because matrices are made of them.
enum JSONValue: Sendable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case numbers([Double])
  case array([JSONValue])
  case object([Member])

  struct Member: Sendable {
    let key: String
    let value: JSONValue
  }
}
