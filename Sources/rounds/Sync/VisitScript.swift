import FieldModel
import Foundation
import Quantities
import VisitSync

/// One visit as a script states it, or one stop that was left out: a line of JSON.
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

  /// A new address or contact, for the desk to take over or not.
  struct News: Decodable {
    let value: String
    let source: String
    let consent: Bool?

    /// The proposal; `nil` for an empty or overlong one.
    var proposal: Proposal? {
      guard (1...500).contains(value.count), (1...200).contains(source.count) else { return nil }
      return Proposal(value: value, source: source, hasConsent: consent ?? false)
    }
  }

  /// The visit's number; or else ``caseNumber``.
  let visit: String?
  /// One of the stop's cases; a line about a case that is not in the pack is passed over.
  let caseNumber: String?
  /// When the crew arrived; else as planned.
  let arrived: String?
  /// When it left; else after the planned time at the door.
  let ended: String?
  let outcome: String?
  let met: String?
  let address: String?
  let appointment: String?
  let promise: Promise?
  let payment: Payment?
  let note: String?
  /// An address that the crew heard of.
  let newAddress: News?
  /// A telephone number or other contact that the crew heard of.
  let newContact: News?
  /// Items of the checklist that were done; what is in neither list stays unanswered.
  let done: [String]?
  /// Items of the checklist that were not done, with the reason.
  let notDone: [String: String]?
  /// Files to attach; relative names are taken from the script's folder.
  let attach: [String]?
  /// Why the stop was not visited, a code of ``UnvisitedReason``; then there is no outcome.
  let unvisited: String?
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
    for (number, line) in bytes.split(separator: 10, omittingEmptySubsequences: false).enumerated()
    {
      let text = String(decoding: line, as: UTF8.self)
      guard text.contains(where: { !$0.isWhitespace }), !text.hasPrefix("#") else { continue }
      do {
        let visit = try decoder.decode(ScriptedVisit.self, from: Data(line))
        if let missing = visit.missing { throw ScriptFault(line: number + 1, found: "\(missing)?") }
        visits.append(visit)
      } catch let fault as ScriptFault {
        throw fault
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
  /// The first thing that a visit must state and this one does not.
  fileprivate var missing: String? {
    guard unvisited == nil else { return nil }
    if outcome == nil { return "outcome" }
    if met == nil { return "met" }
    return address == nil ? "address" : nil
  }

  /// The stop that the line is about; `nil` when the pack has none.
  func findStop(in pack: TripPack) -> PackStop? {
    pack.stops.first { stop in
      visit.map { $0 == stop.visit.text } ?? caseNumber.map(stop.caseNumbers.contains) ?? false
    }
  }

  /// The events of the visit; `nil` when a code, date or moment is not one.
  func events(at stop: PackStop, of pack: TripPack, by: Identifier<CrewMember>) -> [VisitEvent]? {
    guard let times = times(at: stop, of: pack),
      let code = outcome.flatMap({ OutcomeCode(rawValue: $0) }),
      let met = met.flatMap({ PersonMet(rawValue: $0) }),
      let verdict = address.flatMap({ AddressVerdict(rawValue: $0) }),
      let bodies = bodies()
    else { return nil }
    var moment: Instant?
    if let appointment {
      guard let wanted = Instant(appointment) else { return nil }
      moment = wanted
    }
    let ending = VisitEnding(code, met: met, address: verdict, appointment: moment)
    let closing = answers(at: stop, of: pack) + bodies + [.visitEnded(ending)]
    return [VisitEvent(.visitArrived, visit: stop.visit, at: times.arrived, by: by)]
      + closing.map { VisitEvent($0, visit: stop.visit, at: times.ended, by: by) }
  }

  private func times(
    at stop: PackStop, of pack: TripPack
  ) -> (arrived: Instant, ended: Instant)? {
    let planned = Instant(
      date: pack.date, time: stop.arrival, offsetMinutes: pack.issued.offsetMinutes)
    guard let arrival = arrived.map({ Instant($0) }) ?? planned else { return nil }
    let after = Instant(
      secondsSinceEpoch: arrival.secondsSinceEpoch + Int64(stop.service.value),
      offsetMinutes: arrival.offsetMinutes)
    guard let end = ended.map({ Instant($0) }) ?? after, arrival <= end else { return nil }
    return (arrival, end)
  }

  private func answers(at stop: PackStop, of pack: TripPack) -> [EventBody] {
    guard let checklist = pack.checklists.first else { return [] }
    return stop.checklistItems.compactMap { item in
      let reason = notDone?[item.text]
      guard reason != nil || done?.contains(item.text) ?? false else { return nil }
      return .checklistAnswered(
        ChecklistAnswer(
          checklist: checklist.id, hash: checklist.hash, item: item,
          answer: reason == nil ? .done : .no, reason: reason))
    }
  }

  /// Promise, payment, note and news; `nil` when one of them is not well formed.
  private func bodies() -> [EventBody]? {
    var bodies: [EventBody] = []
    if let promise {
      guard let currency = Currency(code: promise.currency), let due = ServiceDate(promise.due)
      else { return nil }
      let amount = Money(minorUnits: promise.amountMinor, currency: currency)
      let made = PaymentPromise(amount: amount, due: due, channel: promise.channel)
      bodies.append(.promiseMade(PromiseMade(made, reason: promise.reason)))
    }
    if let payment {
      guard let currency = Currency(code: payment.currency) else { return nil }
      bodies.append(
        .paymentDeclared(
          PaymentReport(
            DeclaredPayment(
              amount: Money(minorUnits: payment.amountMinor, currency: currency),
              channel: payment.channel, receipt: payment.receipt))))
    }
    if let note { bodies.append(.noteAdded(note)) }
    if let newAddress {
      guard let proposal = newAddress.proposal else { return nil }
      bodies.append(.addressProposed(proposal))
    }
    if let newContact {
      guard let proposal = newContact.proposal else { return nil }
      bodies.append(.contactProposed(proposal))
    }
    return bodies
  }
}
