import FieldModel
import Quantities

extension VisitFacts {
  func cap(_ clause: RuleBook.Clause) -> RuleFinding {
    guard case .cap(let cap) = clause.entry.value else { return met(clause) }
    let visits = visitDates
    func allows(_ day: ServiceDate) -> Bool {
      cap.allows(day, beside: visits, approaches: approaches(beside: day))
    }
    guard !allows(date) else { return met(clause) }
    let next = (1...90).lazy.map { date.adding(days: $0) }.first(where: allows)
    let numbers = [cap.perDay, cap.clearDays, cap.per7Days, cap.per30Days, visits.count]
    return unmet(clause, .capReached, numbers.map(String.init), next: next)
  }

  /// A visit is one conversation more: the day's cap on those holds for it too.
  func conversations(_ clause: RuleBook.Clause) -> RuleFinding {
    guard case .count(let cap) = clause.entry.value else { return met(clause) }
    let held = contacts.count { contact in
      contact.channel == .call && contact.result == .reached && contact.party == nil
        && contact.at.date == date
    }
    return held < cap
      ? met(clause)
      : unmet(clause, .callsReached, [String(held), String(cap)], next: date.adding(days: 1))
  }

  /// A visit needs softer attempts first, unless it only checks an address.
  func attempts(_ clause: RuleBook.Clause) -> RuleFinding {
    guard case .attempts(let count, let overDays) = clause.entry.value,
      context.purpose != .verifyAddress
    else { return met(clause) }
    let made = contacts.filter { $0.channel.isSofterThanVisit && $0.at.date <= date }
      .map(\.at.date)
    let spread = made.first.flatMap { first in made.last.map { first.days(until: $0) + 1 } } ?? 0
    return made.count >= count && spread >= overDays
      ? met(clause)
      : unmet(
        clause, .attemptsMissing, [String(made.count), String(count), String(overDays)])
  }

  /// A visit is announced so many hours ahead; a documented consent to it serves as well.
  func notice(_ clause: RuleBook.Clause) -> RuleFinding {
    guard case .notice(let hours, let needsConsent) = clause.entry.value else {
      return met(clause)
    }
    let consent = findConsent(.visit, under: clause.entry.override)
    if needsConsent, consent == nil {
      return unmet(clause, .consentMissing)
    }
    if !needsConsent, let consent {
      return state(clause, .consented, [consent.expires.description], outcome: .conditions)
    }
    if !needsConsent, let agreed = agreement(for: date) {
      return state(clause, .announced, [agreed.at.description])
    }
    let announced = lastAnnouncement
    let from = (announced ?? context.now).secondsSinceEpoch + Int64(hours) * 3600
    let earliest = Instant(secondsSinceEpoch: from, offsetMinutes: context.offsetMinutes)
    guard earliest.date <= date else {
      return unmet(clause, .noticeTooShort, [String(hours)], next: earliest.date)
    }
    let opening = earliest.date == date ? earliest.time : .midnight
    let windows = [TimeWindow(start: opening, end: .endOfDay)]
    if let announced {
      return state(clause, .announced, [announced.description], windows: windows)
    }
    let latest = Instant(
      secondsSinceEpoch: instant(at: opening).secondsSinceEpoch - Int64(hours) * 3600,
      offsetMinutes: context.offsetMinutes)
    return state(
      clause, .announce, [String(hours), max(latest, context.now).description],
      outcome: .conditions, windows: windows)
  }

  /// When the coming visit was announced: after the last one, and not more than 30 days ago.
  private var lastAnnouncement: Instant? {
    let lastVisit = contacts.last { $0.channel == .visit }?.at
    return contacts.first { contact in
      contact.result == .visitAnnounced && contact.at.date.days(until: date) <= 30
        && lastVisit.map { $0 < contact.at } ?? true
    }?.at
  }
}
