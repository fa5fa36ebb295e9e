/// The value that an amendment puts in the place of another.
public enum AmendedValue: Hashable, Sendable {
  case text(String)
  case number(Int64)
  case truth(Bool)
  /// Nothing: the field is taken out.
  case nothing

  var json: JSONValue? {
    switch self {
    case .text(let text): .string(text)
    case .number(let number): .integer(number)
    case .truth(let truth): .bool(truth)
    case .nothing: nil
    }
  }
}

/// `amended`: a field of an earlier event should read otherwise; the original stays readable.
public struct Amendment: Hashable, Sendable {
  /// Which event.
  public var target: EventIdentity
  /// Which member of its body.
  public var field: String
  /// What it should read.
  public var value: AmendedValue
  /// Why.
  public var reason: String

  /// `field` of `target` should read `value`.
  public init(target: EventIdentity, field: String, value: AmendedValue, reason: String) {
    self.target = target
    self.field = field
    self.value = value
    self.reason = reason
  }
}

extension Amendment {
  var json: JSONObject {
    JSONObject([
      ("target", .string(target.description)), ("field", .string(field)),
      ("value", value.json ?? .null), ("reason", .string(reason)),
    ])
  }

  init(_ fields: JSONFields) throws(FieldFault) {
    target = try fields.event("target")
    field = try fields.identifier("field")
    reason = try fields.string("reason")
    switch fields.object["value"] {
    case .string(let text)?: value = .text(text)
    case .integer(let number)?: value = .number(number)
    case .bool(let truth)?: value = .truth(truth)
    case .null?: value = .nothing
    default: throw FieldFault(field: "value")
    }
  }
}

/// `retracted`: an earlier event should not count; it stays readable.
public struct Retraction: Hashable, Sendable {
  /// Which event.
  public var target: EventIdentity
  /// Why.
  public var reason: String

  /// `target` should not count.
  public init(target: EventIdentity, reason: String) {
    self.target = target
    self.reason = reason
  }
}

extension Retraction {
  var json: JSONObject {
    JSONObject([("target", .string(target.description)), ("reason", .string(reason))])
  }

  init(_ fields: JSONFields) throws(FieldFault) {
    target = try fields.event("target")
    reason = try fields.string("reason")
  }
}

extension JSONFields {
  func event(_ key: String) throws(FieldFault) -> EventIdentity {
    guard let event = EventIdentity(try string(key)) else { throw FieldFault(field: key) }
    return event
  }
}

extension EventBody {
  /// The event that an amendment or retraction is about; `nil` for all others.
  public var target: EventIdentity? {
    switch self {
    case .amended(let amendment): amendment.target
    case .retracted(let retraction): retraction.target
    default: nil
    }
  }
}
