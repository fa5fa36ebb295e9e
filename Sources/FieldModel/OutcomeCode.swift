/// What happened at a door.
public enum OutcomeCode: String, Hashable, Sendable, CaseIterable {
  case promised = "O01"
  case promiseBroken = "O02"
  case planAgreed = "O03"
  case saysPaid = "O04"
  case paidOnSpot = "O05"
  case hardship = "O06"
  case vulnerable = "O07"
  case refused = "O08"
  case disputed = "O09"
  case stopRequested = "O10"
  case complaint = "O11"
  case rescheduled = "O12"
  case nobodyIn = "O20"
  case otherAdult = "O21"
  case minorMet = "O22"
  case liablePartyMet = "O23"
  case residenceChecked = "O24"
  case moved = "O30"
  case wrongAddress = "O31"
  case inaccessible = "O32"
  case addressConfirmed = "O33"
  case deceased = "O40"
  case absent = "O41"
  case insolvent = "O42"
  case disaster = "O43"
  case threatened = "O50"
  case abortedForSafety = "O51"
  case abortedForRules = "O52"
  case hazard = "O53"
  case ranOutOfTime = "O54"
  case letterDelivered = "O60"
  case informationUpdated = "O61"
  case fraudSuspected = "O62"

  /// Whether the visit counts against the visit cap (empty tries do; aborted ones do not).
  public var countsAgainstCap: Bool {
    switch self {
    case .promised, .promiseBroken, .planAgreed, .saysPaid, .paidOnSpot, .hardship, .vulnerable,
      .refused, .disputed, .stopRequested, .complaint, .rescheduled, .nobodyIn, .otherAdult,
      .minorMet, .liablePartyMet, .letterDelivered:
      true
    default:
      false
    }
  }

  /// Whether the borrower or a liable party was met in person.
  public var isContact: Bool {
    switch self {
    case .promised, .promiseBroken, .planAgreed, .saysPaid, .paidOnSpot, .hardship, .vulnerable,
      .refused, .disputed, .stopRequested, .complaint, .rescheduled, .liablePartyMet:
      true
    default:
      false
    }
  }
}

/// Who was met.
public enum PersonMet: String, Hashable, Sendable, CaseIterable {
  case borrower
  case liableParty = "liable-party"
  case otherAdult = "other-adult"
  case minor
  case staff
  case nobody
}

/// What a visit says of the address.
public enum AddressVerdict: String, Hashable, Sendable, CaseIterable {
  case confirmed
  case moved
  case wrong
  case inaccessible
  case unknown

  /// The status an address gets from the verdict; `nil` when nothing was learnt.
  public var status: AddressStatus? {
    switch self {
    case .confirmed: .verified
    case .moved: .moved
    case .wrong: .wrong
    case .inaccessible: .inaccessible
    case .unknown: nil
    }
  }
}
