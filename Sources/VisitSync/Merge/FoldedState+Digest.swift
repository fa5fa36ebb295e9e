import FieldModel
import Quantities

extension FoldedState {
  /// A hash of the whole state: equal exactly when the states are, but for hash collisions.
  ///
  /// Events are named, not repeated: their names already stand for what they say.
  public var digest: String { Fingerprint.text(summary.text) }

  private var summary: JSONValue {
    .members([
      ("visits", .array(visits.map(\.summary))), ("logs", .array(logs.map(\.summary))),
      ("checkins", Self.names(checkIns)), ("alerts", Self.names(alerts)),
      ("answers", .array(dayAnswers.map(\.summary))),
      ("evidence", .array(evidence.map(\.summary))), ("unknown", Self.names(unknown)),
      ("reviews", .array(reviews.map(\.summary))),
      ("settled", settled.isEmpty ? nil : .array(settled.map(\.summary))),
      ("events", .integer(Int64(events))),
    ])
  }

  fileprivate static func names<Value>(_ values: [Sourced<Value>]) -> JSONValue {
    .array(
      values.map { value in
        .strings(
          ([value.event] + value.amendments + [value.event] + value.retractions)
            .map(\.description))
      })
  }
}

extension VisitState {
  fileprivate var summary: JSONValue {
    .members([
      ("visit", .string(visit.text)), ("arrivals", FoldedState.names(arrivals)),
      ("endings", FoldedState.names(endings)), ("outcome", outcome.summary),
      ("address", addressVerdict.summary), ("phone", phoneVerdict.summary),
      ("promises", FoldedState.names(promises)), ("payments", FoldedState.names(payments)),
      ("notes", FoldedState.names(notes)),
      ("addresses", FoldedState.names(addressProposals)),
      ("contacts", FoldedState.names(contactProposals)),
      ("evidence", FoldedState.names(evidence)), ("answers", .array(answers.map(\.summary))),
      ("unknown", FoldedState.names(unknown)), ("late", .bool(isAfterWithdrawal)),
      ("newer", .bool(needsNewerVersion)),
    ])
  }
}

extension Register<String> {
  fileprivate var summary: JSONValue {
    .array(
      candidates.map { candidate in
        .array([.string(candidate.value), .strings(candidate.events.map(\.description))])
      })
  }
}

extension ChecklistItemState {
  fileprivate var summary: JSONValue {
    .array([
      .string(trip.text), .string(checklist), .string(item.text), answer.summary,
      FoldedState.names(given),
    ])
  }
}

extension EvidenceState {
  fileprivate var summary: JSONValue {
    .array([
      .string(digest), .string(status.rawValue), .strings(events.map(\.description)),
      .array(missingParts.map { .integer(Int64($0)) }),
    ])
  }
}

extension ReviewItem {
  fileprivate var summary: JSONValue {
    .array([
      .string(kind.rawValue), .string(subject), .string(detail),
      .strings(events.map(\.description)),
    ])
  }
}

extension SettledReview {
  fileprivate var summary: JSONValue {
    .array([item.summary, .string(choice), .strings(decisions.map(\.text))])
  }
}

extension LogState {
  fileprivate var summary: JSONValue {
    .array([
      .string(chain.log.text), .strings(chain.records.map(\.identity.text)),
      .strings(clockFlags.map { "\($0.event) \($0.doubt.rawValue)" }),
      .integer(Int64(erased)),
    ])
  }
}
