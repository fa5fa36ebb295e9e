import FieldModel
import Quantities

extension TripPack {
  /// The pack without its stops and checklists.
  var headJSON: JSONValue {
    .members([
      ("plan", .string(plan)), ("crew", .string(crew.text)), ("crewName", .string(crewName)),
      ("date", .string(date.description)), ("issued", .string(issued.description)),
      ("members", .array(members.map(\.json))),
      ("endorsing", .string(Base64URL.text(endorsingKey.secret))),
      ("sealing", office.sealing.jwk), ("signing", office.signing.jwk),
    ])
  }

  /// The pack of `trip` with the head that `fields` state, still without stops.
  init(trip: Identifier<Trip>, head fields: JSONFields) throws(FieldFault) {
    guard let secret = Base64URL.decode(try fields.string("endorsing").utf8),
      let endorsingKey = SigningKey(secret: secret)
    else { throw FieldFault(field: "endorsing") }
    var members: [PackMember] = []
    for member in try fields.objects("members") { members.append(try PackMember(member)) }
    self.init(
      trip: trip, plan: try fields.string("plan"), crew: Identifier(try fields.identifier("crew")),
      crewName: try fields.string("crewName"), date: try fields.date("date"), members: members,
      issued: try fields.instant("issued"), endorsingKey: endorsingKey,
      office: OfficePublicKey(
        sealing: try PublicKey(jwk: try fields.object("sealing")),
        signing: try PublicKey(jwk: try fields.object("signing"))),
      stops: [], checklists: [])
  }
}

extension PackMember {
  var json: JSONValue { .members([("id", .string(id.text)), ("name", .string(name))]) }

  init(_ fields: JSONFields) throws(FieldFault) {
    self.init(id: Identifier(try fields.identifier("id")), name: try fields.string("name"))
  }
}

extension PackStop {
  var json: JSONValue {
    .members([
      ("visit", .string(visit.text)), ("case", .string(caseToken)),
      ("numbers", .strings(caseNumbers)), ("address", .string(address)),
      ("lat", coordinate.map { .integer(Int64($0.latitude)) }),
      ("lon", coordinate.map { .integer(Int64($0.longitude)) }),
      ("from", .integer(Int64(window.start.secondsSinceMidnight))),
      ("to", .integer(Int64(window.end.secondsSinceMidnight))),
      ("arrival", .integer(Int64(arrival.secondsSinceMidnight))),
      ("service", .integer(Int64(service.value))), ("purpose", .string(purpose)),
      ("dossier", .array(dossier.map(\.json))), ("items", .strings(checklistItems.map(\.text))),
    ])
  }

  init(_ fields: JSONFields) throws(FieldFault) {
    let from = try fields.moment("from")
    let to = try fields.moment("to")
    guard from <= to else { throw FieldFault(field: "to") }
    var coordinate: Coordinate?
    if fields.object["lat"] != nil {
      coordinate = Coordinate(
        latitude: try fields.integer("lat", as: Int32.self, in: -900_000_000...900_000_000),
        longitude: try fields.integer("lon", as: Int32.self, in: -1_800_000_000...1_800_000_000))
    }
    var dossier: [PackField] = []
    for field in try fields.objects("dossier") { dossier.append(try PackField(field)) }
    self.init(
      visit: Identifier(try fields.identifier("visit")), caseToken: try fields.string("case"),
      caseNumbers: try fields.strings("numbers"), address: try fields.string("address"),
      coordinate: coordinate, window: TimeWindow(start: from, end: to),
      arrival: try fields.moment("arrival"),
      service: Seconds(try fields.integer("service", as: Int32.self, in: 0...1_000_000)),
      purpose: try fields.string("purpose"), dossier: dossier,
      checklistItems: try fields.strings("items").map { Identifier($0) })
  }
}

extension JSONFields {
  /// Seconds since midnight, up to the end of the next week.
  fileprivate func moment(_ key: String) throws(FieldFault) -> TimeOfDay {
    TimeOfDay(
      secondsSinceMidnight: try integer(key, as: Int32.self, in: -604_800...1_209_600))
  }
}

extension PackField {
  var json: JSONValue { .members([("label", .string(label)), ("value", .string(value))]) }

  init(_ fields: JSONFields) throws(FieldFault) {
    self.init(label: try fields.string("label"), value: try fields.string("value"))
  }
}

extension PackChecklist {
  var json: JSONValue {
    .members([
      ("id", .string(id)), ("hash", .string(hash)), ("items", .array(items.map(\.json))),
    ])
  }

  init(_ fields: JSONFields) throws(FieldFault) {
    var items: [PackChecklistItem] = []
    for item in try fields.objects("items") { items.append(try PackChecklistItem(item)) }
    self.init(id: try fields.identifier("id"), items: items)
    guard hash == (try fields.string("hash")) else { throw FieldFault(field: "hash") }
  }
}

extension PackChecklistItem {
  var json: JSONValue {
    .members([
      ("id", .string(id.text)), ("section", .string(section)), ("en", .string(english)),
      ("zh", .string(chinese)), ("must", .bool(isMandatory)),
    ])
  }

  init(_ fields: JSONFields) throws(FieldFault) {
    id = Identifier(try fields.identifier("id"))
    section = try fields.string("section")
    english = try fields.string("en")
    chinese = try fields.string("zh")
    isMandatory = try fields.bool("must")
  }
}
