public import FieldModel
public import Quantities

/// What locating has come to, address by address, and what is left for a person to settle.
public struct LocatingReport: Hashable, Sendable {
  /// How sure a location is.
  public enum State: String, Hashable, Sendable, CaseIterable {
    case located
    /// A location is kept, but somebody should look at it first.
    case doubtful
    /// There is no location.
    case unlocated
  }

  /// What became of one address.
  public struct Entry: Hashable, Sendable {
    /// The case that the address belongs to.
    public var loanCase: Identifier<LoanCase>
    /// Which address of the case it is.
    public var address: Identifier<Address>
    /// Where it is; `nil` where nothing was found.
    public var location: Location?
    /// Why a person should look; empty when sure.
    public var doubts: [LocatingDoubt]
    /// What the address could mean, the best first; empty when sure.
    public var candidates: [LocationCandidate]
    /// Remarks on coordinates, with what to do about them.
    public var diagnostics: [Diagnostic]

    /// What became of the address `address` of a case.
    public init(
      loanCase: Identifier<LoanCase>, address: Identifier<Address>, finding: Locator.Finding
    ) {
      self.loanCase = loanCase
      self.address = address
      location = finding.location
      doubts = finding.doubts
      candidates = finding.candidates
      diagnostics = finding.diagnostics
    }

    /// How sure the location is.
    public var state: State {
      guard let location else { return .unlocated }
      return location.isDoubtful ? .doubtful : .located
    }
  }

  /// Every address, in the order of cases and addresses.
  public var entries: [Entry]

  /// A report on `entries`.
  public init(entries: [Entry] = []) { self.entries = entries }

  /// The addresses that a person has to settle: those without a location first, then the doubtful
  /// ones, each in the order of cases.
  public var workList: [Entry] {
    entries.filter { $0.state == .unlocated } + entries.filter { $0.state == .doubtful }
  }

  /// How many addresses are in `state`.
  public func count(_ state: State) -> Int { entries.count { $0.state == state } }

  /// How many locations are known to `precision`.
  public func count(_ precision: LocationPrecision) -> Int {
    entries.count { $0.location?.precision == precision }
  }

  /// How many locations come from `source`.
  public func count(_ source: LocationSource) -> Int {
    entries.count { $0.location?.source == source }
  }
}
