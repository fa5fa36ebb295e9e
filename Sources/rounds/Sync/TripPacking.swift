import Briefing
import FieldModel
import Quantities
import VisitSync

/// Makes the trip pack of one route: today's stops and what may be known of them, no more.
struct TripPacking {
  let workspace: Workspace
  let plan: VisitPlan
  let cases: [Identifier<LoanCase>: LoanCase]
  let checklist: Checklist
  let office: OfficePublicKey
  let salt: String

  /// The pack of `route` for `crew` under a fresh trip name and endorsing key.
  func pack(
    _ route: DailyRoute, crew: Crew, triggers: [Identifier<PlannedVisit>: Set<ChecklistTrigger>],
    using generator: inout some RandomNumberGenerator
  ) -> TripPack {
    let number = String(generator.next(), radix: 36) + String(generator.next(), radix: 36)
    return TripPack(
      trip: Identifier("\(route.date)-\(route.crew)-\(number)"), plan: plan.code, crew: crew.id,
      crewName: crew.name, date: route.date,
      members: crew.members.map { PackMember(id: $0.id, name: $0.name) }, issued: workspace.now,
      endorsingKey: SigningKey(using: &generator), office: office,
      stops: route.stops.map { stop($0, triggers: triggers[$0.visit] ?? []) },
      checklists: [
        PackChecklist(id: "visit", items: checklist.items.map(PackChecklistItem.init))
      ])
  }

  private func stop(_ stop: PlannedStop, triggers: Set<ChecklistTrigger>) -> PackStop {
    let group = stop.cases.compactMap { cases[$0] }
    let address = stop.findAddress(in: group)
    let told = stop.casesToTell(group)
    let sections: [ChecklistSection] = [.doorstep, .talking, .after]
    return PackStop(
      visit: stop.visit,
      caseToken: CaseToken(of: stop, among: group, salt: salt).text,
      caseNumbers: told.map(\.id.text), address: address?.text ?? "",
      coordinate: stop.coordinate, window: stop.window, arrival: stop.arrival,
      service: stop.service, purpose: stop.purpose.rawValue,
      dossier: dossier(told, address: address, on: workspace.now.date),
      checklistItems: sections.flatMap { checklist.items(in: $0, for: triggers) }.map(\.id))
  }

  /// The fields that the app may show, locked by the day key: no identity papers, no health, no
  /// litigation, nobody else's addresses.
  ///
  /// `group` are the cases that may be talked about at `address`.
  private func dossier(
    _ group: [LoanCase], address: Address?, on date: ServiceDate
  ) -> [PackField] {
    let language = workspace.terminal.language
    let words = workspace.terminal.phrases.words
    var fields: [PackField] = []
    func add(_ label: String, _ value: String) {
      if !value.isEmpty { fields.append(PackField(label: label, value: value)) }
    }
    guard let first = group.first else { return [] }
    if let address, address.isOfParty {
      let party = first.findLiableParty(at: address)
      add("person", party?.name ?? "")
      add("phone", party?.phone ?? "")
    } else {
      add("borrower", first.borrower.name)
      add("phone", first.borrower.phone)
      add("language", first.borrower.language)
      add("access", first.borrower.accessNeeds)
    }
    add("directions", address?.directions ?? "")
    for loanCase in group {
      add("lender", loanCase.lender.text)
      for loan in loanCase.loans {
        add("overdue", "\(loan.product): \(language.money(loan.overdue)), \(loan.overdueSince)")
      }
      for contact in loanCase.contacts.suffix(3) {
        add(
          "contact",
          "\(contact.at.date) \(words.channel(contact.channel)): "
            + words.contactResult(contact.result))
      }
      for party in loanCase.parties where party.role.isLiable {
        add("party", words.role(party.role))
      }
    }
    return fields
  }
}
