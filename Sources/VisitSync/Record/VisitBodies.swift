public import FieldModel
public import Quantities

/// `checklist.answered`: one item of a checklist, and what was found.
public struct ChecklistAnswer: Hashable, Sendable {
  /// How an item can be answered.
  public enum Answer: String, Hashable, Sendable, CaseIterable {
    case done
    case notApplicable = "not-applicable"
    case no
  }

  /// Which checklist.
  public var checklist: String
  /// The hash of the checklist's text that was shown.
  public var hash: String
  /// Which item.
  public var item: Identifier<ChecklistItem>
  /// What was found.
  public var answer: Answer
  /// Why not, where the answer is `no`.
  public var reason: String?

  /// An answer to `item` of `checklist`.
  public init(
    checklist: String, hash: String, item: Identifier<ChecklistItem>, answer: Answer,
    reason: String? = nil
  ) {
    self.checklist = checklist
    self.hash = hash
    self.item = item
    self.answer = answer
    self.reason = reason
  }
}

extension ChecklistAnswer {
  var json: JSONObject {
    JSONObject([
      ("checklist", .string(checklist)), ("hash", .string(hash)), ("item", .string(item.text)),
      ("answer", .string(answer.rawValue)), ("reason", reason.map(JSONValue.string)),
    ])
  }

  init(_ fields: JSONFields) throws(FieldFault) {
    guard let answer = Answer(rawValue: try fields.string("answer")) else {
      throw FieldFault(field: "answer")
    }
    self.init(
      checklist: try fields.identifier("checklist"), hash: try fields.string("hash"),
      item: Identifier(try fields.identifier("item")), answer: answer,
      reason: try fields.optionalString("reason"))
    guard answer != .no || reason != nil else { throw FieldFault(field: "reason") }
  }
}

/// `safety.alert`: something went wrong.
public struct SafetyAlert: Hashable, Sendable {
  /// What kind: `incident`, `abort`, `duress`, or a later word.
  public var kind: String
  /// What happened, if it was said.
  public var text: String?

  /// An alert of a kind.
  public init(kind: String, text: String? = nil) {
    self.kind = kind
    self.text = text
  }
}

extension SafetyAlert {
  var json: JSONObject {
    JSONObject([("kind", .string(kind)), ("text", text.map(JSONValue.string))])
  }

  init(_ fields: JSONFields) throws(FieldFault) {
    self.init(kind: try fields.identifier("kind"), text: try fields.optionalString("text"))
  }
}

/// `visit.ended`: what came of the visit, in the codes of `FieldModel`.
///
/// Codes are kept as text, so that one from a later version survives.
public struct VisitEnding: Hashable, Sendable {
  /// The outcome's code, such as `O01`.
  public var outcome: String
  /// Who was met.
  public var met: String
  /// What was found of the address.
  public var address: String
  /// What was found of a telephone number; `nil` if none was tried.
  public var phone: String?
  /// The next step's code, if one was agreed.
  public var next: String?
  /// When the borrower wants to be visited instead.
  public var appointment: Instant?

  /// An ending in known codes.
  public init(
    _ outcome: OutcomeCode, met: PersonMet, address: AddressVerdict, phone: String? = nil,
    next: String? = nil, appointment: Instant? = nil
  ) {
    self.outcome = outcome.rawValue
    self.met = met.rawValue
    self.address = address.rawValue
    self.phone = phone
    self.next = next
    self.appointment = appointment
  }
}

extension VisitEnding {
  var json: JSONObject {
    JSONObject([
      ("outcome", .string(outcome)), ("met", .string(met)), ("address", .string(address)),
      ("phone", phone.map(JSONValue.string)), ("next", next.map(JSONValue.string)),
      ("appointment", appointment.map { .string($0.description) }),
    ])
  }

  init(_ fields: JSONFields) throws(FieldFault) {
    outcome = try fields.identifier("outcome")
    met = try fields.identifier("met")
    address = try fields.identifier("address")
    phone = try fields.optionalIdentifier("phone")
    next = try fields.optionalString("next")
    appointment = try fields.optionalInstant("appointment")
  }
}

/// `promise.made`: a promise to pay.
public struct PromiseMade: Hashable, Sendable {
  /// How much, by when, how.
  public var promise: PaymentPromise
  /// Why it was not paid before: the reason-for-default code.
  public var reason: String?

  /// A promise, and why nothing was paid before.
  public init(_ promise: PaymentPromise, reason: String? = nil) {
    self.promise = promise
    self.reason = reason
  }
}

extension PromiseMade {
  var json: JSONObject {
    JSONObject([
      ("amount", .integer(promise.amount.minorUnits)),
      ("currency", .string(promise.amount.currency.code)),
      ("date", .string(promise.due.description)), ("channel", .string(promise.channel)),
      ("reason", reason.map(JSONValue.string)),
    ])
  }

  init(_ fields: JSONFields) throws(FieldFault) {
    self.init(
      PaymentPromise(
        amount: try fields.money(), due: try fields.date("date"),
        channel: try fields.string("channel")),
      reason: try fields.optionalString("reason"))
  }
}

/// `payment.declared`: money the field says it saw; the desk confirms it.
public struct PaymentReport: Hashable, Sendable {
  /// How much, how, and the receipt's number.
  public var payment: DeclaredPayment

  /// A payment as declared.
  public init(_ payment: DeclaredPayment) { self.payment = payment }
}

extension PaymentReport {
  var json: JSONObject {
    JSONObject([
      ("amount", .integer(payment.amount.minorUnits)),
      ("currency", .string(payment.amount.currency.code)),
      ("channel", .string(payment.channel)), ("receipt", .string(payment.receipt)),
    ])
  }

  init(_ fields: JSONFields) throws(FieldFault) {
    self.init(
      DeclaredPayment(
        amount: try fields.money(), channel: try fields.string("channel"),
        receipt: try fields.string("receipt")))
  }
}

/// `address.proposed`, `contact.proposed`: news for the desk's queue, never applied by itself.
public struct Proposal: Hashable, Sendable {
  /// The new address or contact.
  public var value: String
  /// Who said so.
  public var source: String
  /// Whether the person concerned agreed to its use.
  public var hasConsent: Bool

  /// A new value, its source, and whether the person agreed.
  public init(value: String, source: String, hasConsent: Bool) {
    self.value = value
    self.source = source
    self.hasConsent = hasConsent
  }
}

extension Proposal {
  var json: JSONObject {
    JSONObject([
      ("value", .string(value)), ("source", .string(source)), ("consent", .bool(hasConsent)),
    ])
  }

  init(_ fields: JSONFields) throws(FieldFault) {
    self.init(
      value: try fields.string("value"), source: try fields.string("source"),
      hasConsent: try fields.bool("consent"))
  }
}
