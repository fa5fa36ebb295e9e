import FieldModel
import Quantities

extension SheetComposer {
  /// The tear-off page of one stop: one person, whatever else happens at that door.
  func dossier(at position: Int, icons: [SheetIcon]) -> Dossier {
    let words = phrases.dossier
    let stop = sources.route.stops[position]
    let cases = casesToTell(at: stop)
    let isOpen = privacy < .high
    let wishes = wishes(in: cases, at: stop)
    return Dossier(
      title: words.title, stopNumber: position + 1, tokens: cases.map { token(of: $0.id) },
      caseNumbers: isOpen ? language.list(cases.map(\.id.text)) : "",
      person: isOpen ? nameAtDoor(of: stop) : "", practical: practical(stop, cases), icons: icons,
      purpose: isOpen ? phrases.words.purpose(stop.purpose) : stop.purpose.sheetCode,
      wishesTitle: words.wishes, wishes: wishes.isEmpty ? [words.noWishes] : wishes,
      carriedTitle: words.carried,
      carried: words.carriedItems.map { TickLine(code: "", text: $0, isMandatory: true) },
      rightsTitle: words.rights, rights: words.rightsLines, neverTitle: words.never,
      never: words.neverLines, channelsTitle: words.channels, channels: channels,
      sealNotice: isOpen ? words.seal : "", sealed: isOpen ? cases.map(sealedCase) : [],
      returnNotice: words.returned)
  }

  private func practical(_ stop: PlannedStop, _ cases: [LoanCase]) -> [SheetFact] {
    let words = phrases.dossier
    guard let borrower = cases.first?.borrower else { return [] }
    let address = address(of: stop)
    var facts: [SheetFact] = []
    func add(_ label: String, _ value: String) {
      if !value.isEmpty { facts.append(SheetFact(label: label, value: value)) }
    }
    if let address, address.isOfParty {
      let phone = cases.first?.findLiableParty(at: address)?.phone ?? ""
      if privacy < .high { add(words.phone, PersonName.maskedPhone(phone)) }
    } else {
      if privacy < .high { add(words.phone, PersonName.maskedPhone(borrower.phone)) }
      add(words.language, borrower.language)
      add(words.access, borrower.accessNeeds)
    }
    if let presence = address?.presence, !presence.isEmpty {
      add(words.likelyIn, language.windows(presence))
    }
    return facts
  }

  private var channels: [String] {
    let words = phrases.dossier
    var lines = sources.office.paymentChannels
    if lines.isEmpty { lines.append(words.channelsInLetter) }
    if !sources.office.complaintPhone.isEmpty {
      lines.append(words.complaint(sources.office.complaintPhone))
    }
    return lines
  }

  private func sealedCase(_ loanCase: LoanCase) -> Dossier.SealedCase {
    let words = phrases.dossier
    let date = sources.route.date
    var facts = [SheetFact(label: words.lender, value: loanCase.lender.text)]
    for loan in loanCase.loans {
      facts.append(SheetFact(label: words.product, value: loan.product))
      facts.append(SheetFact(label: words.overdue, value: language.money(loan.overdue)))
      facts.append(
        SheetFact(
          label: words.daysLate, value: words.days(max(0, loan.overdueSince.days(until: date)))))
    }
    facts.append(SheetFact(label: words.asAt, value: language.moment(sources.printed)))
    return Dossier.SealedCase(title: words.sealedCase(loanCase.id.text), facts: facts)
  }
}
