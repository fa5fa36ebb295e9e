import FieldModel
import Quantities

/// Composes the sheet of one crew's day in one language at one privacy level.
///
/// It decides what may be read where; whoever draws the sheet only draws it.
public struct SheetComposer: Sendable {
  let sources: SheetSources
  let language: Language
  let privacy: PrivacyLevel
  let phrases: Phrasebook
  private let cases: [Identifier<LoanCase>: LoanCase]

  /// A composer for `sources`.
  public init(_ sources: SheetSources, language: Language, privacy: PrivacyLevel = .standard) {
    self.sources = sources
    self.language = language
    self.privacy = privacy
    phrases = language.phrasebook
    cases = Dictionary(sources.cases.map { ($0.id, $0) }) { first, _ in first }
  }

  /// The whole sheet.
  public func compose() -> RouteSheet {
    let stops = sources.route.stops.indices.map { stopBlock(at: $0) }
    return RouteSheet(
      language: language, privacy: privacy, head: pageHead, cover: cover(over: stops),
      checklists: checklists, emergency: emergencyCard, map: map, stops: stops, wayBack: wayBack,
      dossiers: sources.route.stops.indices.map { dossier(at: $0, icons: stops[$0].icons) },
      end: endPage)
  }

  /// The cases of a stop that the sources hold, in the stop's order.
  func cases(of stop: PlannedStop) -> [LoanCase] { stop.cases.compactMap { cases[$0] } }

  /// The cases of a stop that may be talked about at its door, in the stop's order.
  func casesToTell(at stop: PlannedStop) -> [LoanCase] { stop.casesToTell(cases(of: stop)) }

  /// The address of a stop, as its cases have it.
  func address(of stop: PlannedStop) -> Address? { stop.findAddress(in: cases(of: stop)) }

  func token(of loanCase: Identifier<LoanCase>) -> CaseToken {
    CaseToken(of: loanCase, salt: sources.tokenSalt)
  }

  /// The token a stop is known by.
  func token(of stop: PlannedStop) -> CaseToken {
    CaseToken(of: stop, among: cases(of: stop), salt: sources.tokenSalt)
  }

  /// Whom to ask for at the door: the borrower at their own, the liable party at a party's.
  func nameAtDoor(of stop: PlannedStop) -> String {
    guard let address = address(of: stop), let first = casesToTell(at: stop).first else {
      return ""
    }
    return address.isOfParty
      ? first.findLiableParty(at: address)?.name ?? "" : first.borrower.name
  }
}
