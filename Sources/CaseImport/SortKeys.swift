import FieldModel
import Quantities

// Total orders for the parts of a case, so that the order of rows never shows in it.

extension ContactAttempt {
  var sortKey: (Instant, String, String, String) {
    (at, channel.rawValue, result.rawValue, party?.text ?? "")
  }
}

extension Hold {
  var sortKey: (ServiceDate, String, ServiceDate) {
    (from, kind.rawValue, until ?? ServiceDate(daysSinceEpoch: .max))
  }
}

extension RiskFlag {
  var sortKey: (ServiceDate, String, String, String, ServiceDate) {
    (recorded, factor.rawValue, address?.text ?? "", source, expires)
  }
}

extension ContactWish {
  var sortKey: (Int, String) {
    switch self {
    case .onlyBetween(let window): (0, window.description)
    case .notOn(let day): (1, String(day.rawValue))
    case .lettersOnly: (2, "")
    case .notAt(let address): (3, address.text)
    }
  }
}

extension Consent {
  var sortKey: (ServiceDate, String, ServiceDate, String) {
    (given, kind.rawValue, expires, evidence)
  }
}

extension Approval {
  var sortKey: (String, ServiceDate, String, String) { (rule, expires, by, reason) }
}
