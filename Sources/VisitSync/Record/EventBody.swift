/// What an event says, by type.
public enum EventBody: Hashable, Sendable {
  case logOpened(LogOpening)
  case logClosed(LogClosing)
  case checklistAnswered(ChecklistAnswer)
  case safetyCheckIn(point: String)
  case safetyAlert(SafetyAlert)
  case visitArrived
  case visitEnded(VisitEnding)
  case promiseMade(PromiseMade)
  case paymentDeclared(PaymentReport)
  case noteAdded(String)
  case addressProposed(Proposal)
  case contactProposed(Proposal)
  case evidenceAttached(EvidenceAttachment)
  case evidencePart(EvidencePart)
  case amended(Amendment)
  case retracted(Retraction)
  /// Of a type that this version does not know, or with a body it cannot read.
  case unknown(UnknownEvent)

  /// The type as the file writes it.
  public var type: String {
    switch self {
    case .logOpened: "log.opened"
    case .logClosed: "log.closed"
    case .checklistAnswered: "checklist.answered"
    case .safetyCheckIn: "safety.checkin"
    case .safetyAlert: "safety.alert"
    case .visitArrived: "visit.arrived"
    case .visitEnded: "visit.ended"
    case .promiseMade: "promise.made"
    case .paymentDeclared: "payment.declared"
    case .noteAdded: "note.added"
    case .addressProposed: "address.proposed"
    case .contactProposed: "contact.proposed"
    case .evidenceAttached: "evidence.attached"
    case .evidencePart: "evidence.part"
    case .amended: "amended"
    case .retracted: "retracted"
    case .unknown(let event): event.type
    }
  }
}

/// An event kept byte for byte because this version cannot say what it means.
public struct UnknownEvent: Hashable, Sendable {
  /// The type it names.
  public let type: String
  /// Whether it says that a visit's state must not be derived without understanding it.
  public let isCritical: Bool
  /// Whether the type is known but the body is not of the known form.
  public let isUnreadable: Bool
  /// The JSON text, as it stands in the record.
  public let text: [UInt8]
}

extension EventBody {
  /// The members of the body; `nil` for an unknown event.
  var json: JSONObject? {
    switch self {
    case .logOpened(let opening): opening.json
    case .logClosed(let closing): closing.json
    case .checklistAnswered(let answer): answer.json
    case .safetyCheckIn(let point): JSONObject([("point", .string(point))])
    case .safetyAlert(let alert): alert.json
    case .visitArrived: JSONObject([])
    case .visitEnded(let ending): ending.json
    case .promiseMade(let promise): promise.json
    case .paymentDeclared(let payment): payment.json
    case .noteAdded(let text): JSONObject([("text", .string(text))])
    case .addressProposed(let proposal), .contactProposed(let proposal): proposal.json
    case .evidenceAttached(let attachment): attachment.json
    case .evidencePart(let part): part.json
    case .amended(let amendment): amendment.json
    case .retracted(let retraction): retraction.json
    case .unknown: nil
    }
  }

  /// The body that `fields` state; `nil` for a type that is not known.
  init?(type: String, _ fields: JSONFields) throws(FieldFault) {
    switch type {
    case "log.opened": self = .logOpened(try LogOpening(fields))
    case "log.closed": self = .logClosed(try LogClosing(fields))
    case "checklist.answered": self = .checklistAnswered(try ChecklistAnswer(fields))
    case "safety.checkin": self = .safetyCheckIn(point: try fields.identifier("point"))
    case "safety.alert": self = .safetyAlert(try SafetyAlert(fields))
    case "visit.arrived": self = .visitArrived
    case "visit.ended": self = .visitEnded(try VisitEnding(fields))
    case "promise.made": self = .promiseMade(try PromiseMade(fields))
    case "payment.declared": self = .paymentDeclared(try PaymentReport(fields))
    case "note.added": self = .noteAdded(try fields.string("text"))
    case "address.proposed": self = .addressProposed(try Proposal(fields))
    case "contact.proposed": self = .contactProposed(try Proposal(fields))
    case "evidence.attached": self = .evidenceAttached(try EvidenceAttachment(fields))
    case "evidence.part": self = .evidencePart(try EvidencePart(fields))
    case "amended": self = .amended(try Amendment(fields))
    case "retracted": self = .retracted(try Retraction(fields))
    default: return nil
    }
  }

  /// The body with the member `field` of its JSON set to `value`; `nil` if it then is unreadable.
  func replacing(_ field: String, with value: AmendedValue) -> EventBody? {
    guard var object = json else { return nil }
    object[field] = value.json
    return (try? EventBody(type: type, JSONFields(object))).flatMap { $0 }
  }
}
