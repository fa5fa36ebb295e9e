/// The rule, calendar and checklist files that a new workspace starts with.
public enum BundledRules {
  /// A file of a workspace.
  public struct File: Hashable, Sendable {
    /// The path inside the workspace, such as `rules/CN.yaml`.
    public let path: String
    /// What it holds, UTF-8.
    public let bytes: [UInt8]
  }

  /// Every file, in order of path.
  public static let files: [File] = [
    File(path: "checklists/check-in.yaml", bytes: PackageResources.check_in_yaml),
    File(path: "checklists/checklist.yaml", bytes: PackageResources.checklist_yaml),
    File(path: "rules/CN.yaml", bytes: PackageResources.CN_yaml),
    File(path: "rules/GENERIC-STRICT.yaml", bytes: PackageResources.GENERIC_STRICT_yaml),
    File(path: "rules/holidays-CN-2026.yaml", bytes: PackageResources.holidays_CN_2026_yaml),
    File(path: "rules/holidays-GB-2026.yaml", bytes: PackageResources.holidays_GB_2026_yaml),
  ]

  /// The pack that holds where a workspace has none.
  public static let strictPack: PolicyPack =
    PolicyPackFile.read(PackageResources.GENERIC_STRICT_yaml).pack
    ?? PolicyPack(
      code: PolicyPack.strictCode, name: BilingualText(english: "", chinese: ""),
      notice: BilingualText(english: "", chinese: ""), entries: [])
}
