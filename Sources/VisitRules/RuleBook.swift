public import FieldModel
public import Quantities

/// The rules of a workspace: packs of jurisdictions and lenders, and holiday calendars.
///
/// The jurisdiction is that of the visited address. Every pack that has a say is asked, so the
/// strictest of jurisdiction, lender and the borrower's own wish wins. Where a jurisdiction has no
/// pack, or its pack lacks a rule, `GENERIC-STRICT` speaks.
public struct RuleBook: Sendable {
  /// Packs of jurisdictions by code.
  public let packs: [String: PolicyPack]
  /// Packs of lenders.
  public let lenderPacks: [Identifier<Lender>: PolicyPack]
  /// Holiday calendars by code.
  public let calendars: [String: HolidayCalendar]
  /// The jurisdiction of addresses that name none.
  public let home: Identifier<Jurisdiction>
  private let strict: PolicyPack

  /// The rules of some packs and calendars; of several with the same code the last counts.
  public init(
    packs: [PolicyPack], calendars: [HolidayCalendar], home: Identifier<Jurisdiction>
  ) {
    self.packs = Dictionary(
      packs.filter { $0.lender == nil }.map { ($0.code, $0) }, uniquingKeysWith: { $1 })
    lenderPacks = Dictionary(
      packs.compactMap { pack in pack.lender.map { ($0, pack) } }, uniquingKeysWith: { $1 })
    self.calendars = Dictionary(
      calendars.map { ($0.code, $0) }, uniquingKeysWith: { $0.merging($1) })
    self.home = home
    strict = self.packs[PolicyPack.strictCode] ?? BundledRules.strictPack
  }

  /// The jurisdiction whose rules hold at `address`.
  public func jurisdiction(of address: Address) -> Identifier<Jurisdiction> {
    address.jurisdiction ?? home
  }

  /// A rule and the pack it stands in.
  struct Clause {
    let pack: String
    let entry: PolicyEntry

    var citation: RuleCitation { citation(effect: entry.effect) }

    func citation(effect: RuleEffect) -> RuleCitation {
      RuleCitation(pack: pack, key: entry.key.rawValue, effect: effect, source: entry.source)
    }
  }

  /// Every rule that holds in `jurisdiction` for cases of `lenders`, in order of key, then pack.
  func clauses(
    in jurisdiction: Identifier<Jurisdiction>, lenders: [Identifier<Lender>]
  ) -> [Clause] {
    let place = packs[jurisdiction.text] ?? strict
    let own = lenders.compactMap { lenderPacks[$0] }
    return PolicyKey.allCases.flatMap { key in
      let placeClause: Clause? =
        if let entry = place.findEntry(key) {
          Clause(pack: place.code, entry: entry)
        } else if let entry = strict.findEntry(key) {
          Clause(pack: strict.code, entry: entry)
        } else {
          nil
        }
      let ownClauses = own.compactMap { pack in
        pack.findEntry(key).map { Clause(pack: pack.code, entry: $0) }
      }
      return (placeClause.map { [$0] } ?? []) + ownClauses
    }
  }
}
