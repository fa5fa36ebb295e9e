public import FieldModel
public import Quantities

/// One thing that was done, seen or said in the field; never changed once written.
public struct VisitEvent: Hashable, Sendable {
  /// The visit it belongs to; `nil` for what concerns the day.
  public var visit: Identifier<PlannedVisit>?
  /// What the device's clock showed.
  public var at: Instant
  /// Seconds of the device's steady clock, from any start; `nil` where it has none.
  public var monotonic: Int64?
  /// Who wrote it.
  public var by: Identifier<CrewMember>
  /// Where the device was.
  public var fix: PositionFix?
  /// What it was.
  public var body: EventBody

  /// An event with a body.
  public init(
    _ body: EventBody, visit: Identifier<PlannedVisit>? = nil, at: Instant,
    monotonic: Int64? = nil, by: Identifier<CrewMember>, fix: PositionFix? = nil
  ) {
    self.visit = visit
    self.at = at
    self.monotonic = monotonic
    self.by = by
    self.fix = fix
    self.body = body
  }
}

extension VisitEvent {
  /// The event as JSON text; one of an unknown type as it was read.
  var text: [UInt8] {
    if case .unknown(let event) = body { return event.text }
    return JSONValue.members([
      ("type", .string(body.type)), ("visit", visit.map { .string($0.text) }),
      ("at", .string(at.description)), ("mono", monotonic.map(JSONValue.integer)),
      ("by", .string(by.text)), ("fix", fix?.json), ("body", body.json.map(JSONValue.object)),
    ]).text
  }

  /// The event that `fields`, read from `source`, state.
  ///
  /// An event of an unknown type or with an unreadable body is kept as it was written.
  init(_ fields: JSONFields, source: [UInt8]) throws(FieldFault) {
    let type = try fields.identifier("type")
    visit = try fields.optionalIdentifier("visit").map { Identifier($0) }
    at = try fields.instant("at")
    monotonic = try fields.optionalInteger("mono")
    by = Identifier(try fields.identifier("by"))
    if let fix = try fields.optionalObject("fix") { self.fix = try PositionFix(fix) }
    let isCritical = try fields.object["critical"].map { _ throws(FieldFault) in
      try fields.bool("critical")
    }
    let object = try fields.optionalObject("body") ?? JSONFields(JSONObject([]))
    var isUnreadable = false
    do throws(FieldFault) {
      if let known = try EventBody(type: type, object) {
        body = known
        return
      }
    } catch {
      isUnreadable = true
    }
    body = .unknown(
      UnknownEvent(
        type: type, isCritical: isCritical ?? false, isUnreadable: isUnreadable,
        text: Array(source[fields.object.span])))
  }
}
