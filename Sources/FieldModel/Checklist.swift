public import Quantities

/// What makes a checklist item appear.
public enum ChecklistTrigger: String, Hashable, Sendable, CaseIterable {
  case always
  case riskMedium = "risk-medium"
  case riskHigh = "risk-high"
  case night
  case rural
  case dog
  case lone
  case first
  case firm
  case heat
  case storm
  case cash
  case third
}

/// The part of the day or visit that a checklist belongs to.
public enum ChecklistSection: String, Hashable, Sendable, CaseIterable {
  case planGate = "plan-gate"
  case beforeLeaving = "before-leaving"
  case vehicle
  case doorstep
  case talking
  case after
  case emergency
}

/// One line to be ticked.
public struct ChecklistItem: Hashable, Sendable {
  /// The item's code, such as `P01`.
  public var id: Identifier<ChecklistItem>
  /// Where it belongs.
  public var section: ChecklistSection
  /// The line in simplified Chinese.
  public var chinese: String
  /// The line in English.
  public var english: String
  /// What makes it appear.
  public var trigger: ChecklistTrigger
  /// Whether it must be ticked before the stop (`true`) or should be.
  public var isMandatory: Bool

  /// A line in both languages.
  public init(
    id: Identifier<ChecklistItem>, section: ChecklistSection, chinese: String, english: String,
    trigger: ChecklistTrigger, isMandatory: Bool
  ) {
    self.id = id
    self.section = section
    self.chinese = chinese
    self.english = english
    self.trigger = trigger
    self.isMandatory = isMandatory
  }
}

/// All items of a workspace, in the order of its files.
public struct Checklist: Hashable, Sendable {
  /// The items.
  public var items: [ChecklistItem]

  /// A checklist of `items`.
  public init(items: [ChecklistItem]) { self.items = items }

  /// The items of `section` that any of `triggers` calls for, in order; `always` needs no call.
  public func items(in section: ChecklistSection, for triggers: Set<ChecklistTrigger>)
    -> [ChecklistItem]
  {
    items.filter {
      $0.section == section && ($0.trigger == .always || triggers.contains($0.trigger))
    }
  }
}
