import Briefing
import FieldModel
import Quantities
import VisitSync

/// A review item as answers state it.
struct ReviewAnswer: Encodable {
  let code: String
  let kind: String
  let subject: String
  let detail: String
  let events: [String]
  let choices: [String]
  /// What the field proposes, where the item is about that.
  let proposal: ProposalAnswer?

  init(_ item: ReviewItem, in state: FoldedState? = nil) {
    proposal = state.flatMap { ReviewText.proposal(item, in: $0) }.map(ProposalAnswer.init)
    code = item.code
    kind = item.kind.rawValue
    subject = item.subject
    detail = item.detail
    events = item.events.map(\.description)
    choices = item.choices
  }
}

/// A proposed address or contact as answers state it.
struct ProposalAnswer: Encodable {
  let value: String
  let source: String
  let consent: Bool

  init(_ proposal: Proposal) {
    value = proposal.value
    source = proposal.source
    consent = proposal.hasConsent
  }
}

/// A review item as a line for people.
enum ReviewText {
  static func line(_ item: ReviewItem, _ terminal: Terminal) -> String {
    let words = terminal.phrases.sync
    let place = [item.subject, item.detail].filter { !$0.isEmpty }.joined(separator: " ")
    return "\(item.code)  \(words.review(item.kind.rawValue))  \(place)"
  }

  /// A choice with its meaning.
  static func choice(_ choice: String, of item: ReviewItem, _ terminal: Terminal) -> String {
    let words = terminal.phrases.words
    let meaning: String? =
      switch item.kind {
      case .contestedOutcome: OutcomeCode(rawValue: choice).map(words.outcome)
      case .contestedAddressVerdict: AddressVerdict(rawValue: choice).map(words.verdict)
      case .contestedAnswer, .contestedPhoneVerdict: nil
      default: terminal.phrases.sync.choice(choice)
      }
    return meaning.map { "\(choice) (\($0))" } ?? choice
  }

  /// What was proposed, where the item is about a proposal.
  static func proposal(_ item: ReviewItem, in state: FoldedState) -> Proposal? {
    guard let event = item.events.first else { return nil }
    let visit = state.findVisit(Identifier(item.subject))
    return switch item.kind {
    case .proposedAddress: visit?.addressProposals.first { $0.event == event }?.value
    case .proposedContact: visit?.contactProposals.first { $0.event == event }?.value
    default: nil
    }
  }
}
