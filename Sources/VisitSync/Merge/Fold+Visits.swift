import FieldModel
import Quantities

extension Fold {
  /// Derives the state of every visit.
  mutating func foldVisits() {
    let ofVisit = Dictionary(grouping: events.filter { $0.event.visit != nil }) { $0.event.visit }
    for (visit, events) in ofVisit.sorted(by: { ($0.key?.text ?? "") < ($1.key?.text ?? "") }) {
      guard let visit else { continue }
      state.visits.append(foldVisit(visit, events))
    }
    reviewReceipts()
  }

  private mutating func foldVisit(
    _ visit: Identifier<PlannedVisit>, _ events: [LocatedEvent]
  ) -> VisitState {
    var state = VisitState(visit: visit)
    for event in events { collect(event, into: &state) }
    foldEndings(events, into: &state)
    state.answers = foldAnswers(events, subject: visit.text)
    let isWithdrawn = context.withdrawn.contains(visit) || decisions.withdrawn.contains(visit)
    if isWithdrawn, !(state.arrivals.isEmpty && state.endings.isEmpty) {
      state.isAfterWithdrawal = true
      state.isWithdrawalSettled = review(.afterWithdrawal, visit.text) != nil
    }
    reviewProposals(state)
    let critical = state.unknown.filter(\.value.isCritical)
    if !critical.isEmpty {
      state.needsNewerVersion = true
      review(.needsNewerVersion, visit.text, "", critical.map(\.event), choices: [])
    }
    for event in state.unknown where event.value.isUnreadable {
      review(.unreadableEvent, event.event.description, event.value.type, [event.event])
    }
    return state
  }

  private func collect(_ event: LocatedEvent, into state: inout VisitState) {
    switch event.body {
    case .visitArrived: state.arrivals.append(event.sourced(event.event.fix))
    case .visitEnded(let ending): state.endings.append(event.sourced(ending))
    case .promiseMade(let promise): state.promises.append(event.sourced(promise))
    case .paymentDeclared(let payment): state.payments.append(event.sourced(payment))
    case .noteAdded(let text): state.notes.append(event.sourced(text))
    case .addressProposed(let proposal): state.addressProposals.append(event.sourced(proposal))
    case .contactProposed(let proposal): state.contactProposals.append(event.sourced(proposal))
    case .evidenceAttached(let evidence): state.evidence.append(event.sourced(evidence))
    case .unknown(let unknown): state.unknown.append(event.sourced(unknown))
    case .checklistAnswered, .logOpened, .logClosed, .safetyCheckIn, .safetyAlert, .evidencePart,
      .amended, .retracted:
      break
    }
  }

  /// The events that no later one of the same log and branch replaced.
  ///
  /// The events stand in chain order, so going backwards each need only be held against those that
  /// were kept: what a dropped one replaced, a kept one replaced too.
  private func latest(_ events: [LocatedEvent]) -> [LocatedEvent] {
    var kept: [LocatedEvent] = []
    for one in events.reversed() where one.isLive {
      let isReplaced = kept.contains { other in
        other.log == one.log && isBefore(one.identity, other.identity, in: one.log)
      }
      if !isReplaced { kept.append(one) }
    }
    return kept.reversed()
  }

  private mutating func foldEndings(_ events: [LocatedEvent], into state: inout VisitState) {
    let endings = latest(
      events.filter { event in
        if case .visitEnded = event.body { true } else { false }
      })
    func register(_ field: (VisitEnding) -> String?) -> Register<String> {
      Register(
        endings.flatMap { event in
          let bodies = event.alternatives.isEmpty ? [event.body] : event.alternatives
          return Set(
            bodies.compactMap { body in
              if case .visitEnded(let ending) = body { field(ending) } else { nil }
            }
          ).sorted().map { (value: $0, event: event.identity) }
        })
    }
    let visit = state.visit.text
    state.outcome = settling(register(\.outcome), .contestedOutcome, visit)
    state.addressVerdict = settling(register(\.address), .contestedAddressVerdict, visit)
    state.phoneVerdict = settling(register(\.phone), .contestedPhoneVerdict, visit)
  }

  /// News for the desk's queue wait until somebody takes them over or not.
  private mutating func reviewProposals(_ state: VisitState) {
    let choices = ["accepted", "declined"]
    for proposal in state.addressProposals where !proposal.isRetracted {
      review(.proposedAddress, state.visit.text, "", [proposal.event], choices: choices)
    }
    for proposal in state.contactProposals where !proposal.isRetracted {
      review(.proposedContact, state.visit.text, "", [proposal.event], choices: choices)
    }
  }

  /// The checklist items that `events` answer, by trip, checklist and item.
  mutating func foldAnswers(_ events: [LocatedEvent], subject: String) -> [ChecklistItemState] {
    struct Key: Hashable {
      let trip: Identifier<Trip>
      let checklist: String
      let item: Identifier<ChecklistItem>
    }
    var ofItem: [Key: [(event: LocatedEvent, answer: ChecklistAnswer)]] = [:]
    for event in events {
      guard case .checklistAnswered(let answer) = event.body else { continue }
      let key = Key(trip: event.trip, checklist: answer.checklist, item: answer.item)
      ofItem[key, default: []].append((event, answer))
    }
    let keys = ofItem.keys.sorted {
      ($0.trip, $0.checklist, $0.item) < ($1.trip, $1.checklist, $1.item)
    }
    return keys.map { key in
      let given = ofItem[key] ?? []
      let standing = Set(latest(given.map(\.event)).map(\.identity))
      let stated = Register(
        given.filter { standing.contains($0.event.identity) }
          .map { (value: $0.answer.answer.rawValue, event: $0.event.identity) })
      let answer = settling(stated, .contestedAnswer, subject, key.item.text)
      return ChecklistItemState(
        trip: key.trip, checklist: key.checklist, item: key.item, answer: answer,
        given: given.map { $0.event.sourced($0.answer) })
    }
  }

  /// A receipt's number can be written once only.
  private mutating func reviewReceipts() {
    let payments = state.visits.flatMap(\.payments).filter { !$0.isRetracted }
    let ofReceipt = Dictionary(grouping: payments, by: \.value.payment.receipt)
    for (receipt, payments) in ofReceipt.sorted(by: { $0.key < $1.key })
    where payments.count > 1 && !receipt.isEmpty {
      review(.duplicateReceipt, receipt, "", payments.map(\.event))
    }
  }
}
