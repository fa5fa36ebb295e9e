public import FieldModel
public import Quantities

/// `log.opened`: who writes the log and why the office may believe it.
public struct LogOpening: Hashable, Sendable {
  /// The key that signs every record of the log.
  public var key: PublicKey
  /// The trip's endorsement of that key, a JWS with detached payload.
  public var endorsement: String
  /// What the crew calls the device.
  public var device: String
  /// The program and version that writes.
  public var app: String
  /// Who is there.
  public var present: [Identifier<CrewMember>]
}

extension LogOpening {
  var json: JSONObject {
    JSONObject([
      ("key", key.jwk), ("endorsement", .string(endorsement)), ("device", .string(device)),
      ("app", .string(app)), ("present", .strings(present.map(\.text))),
    ])
  }

  init(_ fields: JSONFields) throws(FieldFault) {
    key = try PublicKey(jwk: try fields.object("key"))
    endorsement = try fields.string("endorsement")
    device = try fields.string("device")
    app = try fields.string("app")
    present = try fields.strings("present").map { Identifier($0) }
  }
}

/// A stop of the pack that was not visited, and why.
public struct UnvisitedStop: Hashable, Sendable {
  /// The stop.
  public var visit: Identifier<PlannedVisit>
  /// The reason's code.
  public var reason: String

  /// A stop that was not visited for `reason`.
  public init(visit: Identifier<PlannedVisit>, reason: String) {
    self.visit = visit
    self.reason = reason
  }
}

/// `log.closed`: what the log holds in all, so that what is missing can be named.
public struct LogClosing: Hashable, Sendable {
  /// How many records were written before this one.
  public var records: Int64
  /// How many visits were closed.
  public var visits: Int64
  /// The identity of the record before this one.
  public var head: RecordIdentity
  /// What was left.
  public var unvisited: [UnvisitedStop]
}

extension LogClosing {
  var json: JSONObject {
    let stops = unvisited.map { stop in
      JSONValue.members([
        ("visit", .string(stop.visit.text)), ("reason", .string(stop.reason)),
      ])
    }
    return JSONObject([
      ("records", .integer(records)), ("visits", .integer(visits)), ("head", .string(head.text)),
      ("unvisited", .array(stops)),
    ])
  }

  init(_ fields: JSONFields) throws(FieldFault) {
    records = try fields.integer("records", as: Int64.self, in: 0...Int64.max)
    visits = try fields.integer("visits", as: Int64.self, in: 0...Int64.max)
    guard let head = RecordIdentity(try fields.string("head")) else {
      throw FieldFault(field: "head")
    }
    self.head = head
    unvisited = []
    for stop in try fields.objects("unvisited") {
      unvisited.append(
        UnvisitedStop(
          visit: Identifier(try stop.identifier("visit")), reason: try stop.string("reason")))
    }
  }
}
