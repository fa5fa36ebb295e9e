import FieldModel
import Foundation
import Quantities
import VisitSync

/// One visit as a script states it: a line of JSON.
struct ScriptedVisit: Decodable {
  struct Promise: Decodable {
    let amountMinor: Int64
    let currency: String
    let due: String
    let channel: String
    let reason: String?
  }

  struct Payment: Decodable {
    let amountMinor: Int64
    let currency: String
    let channel: String
    let receipt: String
  }

  let visit: String
  let arrived: String
  let ended: String
  let outcome: String
  let met: String
  let address: String
  let appointment: String?
  let promise: Promise?
  let payment: Payment?
  let note: String?
  /// Items of the checklist that were not done, with the reason; the others are answered `done`.
  let notDone: [String: String]?
}

/// A mistake in a script: the line and what is wrong with it.
struct ScriptFault: Error {
  let line: Int
  let found: String
}

/// A script of visits: JSON, one visit a line.
enum VisitScript {
  /// The visits of a script, in order.
  static func read(_ bytes: [UInt8]) throws(ScriptFault) -> [ScriptedVisit] {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    var visits: [ScriptedVisit] = []
    for (number, line) in bytes.split(separator: 10, omittingEmptySubsequences: false).enumerated() {
      let text = String(decoding: line, as: UTF8.self)
      guard text.contains(where: { !$0.isWhitespace }), !text.hasPrefix("#") else { continue }
      do {
        visits.append(try decoder.decode(ScriptedVisit.self, from: Data(line)))
      } catch {
        throw ScriptFault(line: number + 1, found: Self.reason(error))
      }
    }
    return visits
  }

  private static func reason(_ error: any Error) -> String {
    switch error {
    case DecodingError.keyNotFound(let key, _): "\(key.stringValue)?"
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
      context.codingPath.map(\.stringValue).joined(separator: ".")
    default: "JSON?"
    }
  }
}

extension ScriptedVisit {
  /// The events of the visit; `nil` when a code, date or moment is not one.
  func events(at stop: PackStop, checklist: PackChecklist?, by: Identifier<CrewMember>) -> [VisitEvent]? {
    guard let arrived = Instant(arrived), let ended = Instant(ended), arrived <= ended,
      let code = OutcomeCode(rawValue: outcome), let met = PersonMet(rawValue: met),
      let verdict = AddressVerdict(rawValue: address)
    else { return nil }
    var events = [VisitEvent(.visitArrived, visit: stop.visit, at: arrived, by: by)]
    if let checklist {
      for item in stop.checklistItems {
        let reason = notDone?[item.text]
        let answer = ChecklistAnswer(
          checklist: checklist.id, hash: checklist.hash, item: item,
          answer: reason == nil ? .done : .no, reason: reason)
        events.append(
          VisitEvent(.checklistAnswered(answer), visit: stop.visit, at: ended, by: by))
      }
    }
    if let promise {
      guard let currency = Currency(code: promise.currency), let due = ServiceDate(promise.due)
      else { return nil }
      let made = PaymentPromise(
        amount: Money(minorUnits: promise.amountMinor, currency: currency), due: due,
        channel: promise.channel)
      events.append(
        VisitEvent(
          .promiseMade(PromiseMade(made, reason: promise.reason)), visit: stop.visit, at: ended,
          by: by))
    }
    if let payment {
      guard let currency = Currency(code: payment.currency) else { return nil }
      let declared = DeclaredPayment(
        amount: Money(minorUnits: payment.amountMinor, currency: currency),
        channel: payment.channel, receipt: payment.receipt)
      events.append(
        VisitEvent(.paymentDeclared(PaymentReport(declared)), visit: stop.visit, at: ended, by: by))
    }
    if let note { events.append(VisitEvent(.noteAdded(note), visit: stop.visit, at: ended, by: by)) }
    var appointment: Instant?
    if let text = self.appointment {
      guard let moment = Instant(text) else { return nil }
      appointment = moment
    }
    let ending = VisitEnding(
      code, met: met, address: verdict, appointment: appointment)
    events.append(VisitEvent(.visitEnded(ending), visit: stop.visit, at: ended, by: by))
    return events
  }
}
