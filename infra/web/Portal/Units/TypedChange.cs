using Microsoft.AspNetCore.Http;
using VksServerless.Units;

namespace VksServerless.Web.Portal.Units;

/// <summary>A dated change of units as typed into the page.</summary>
/// <param name="Kind">merge, split, separate, rename or reparent.</param>
/// <param name="Units">One a line, by code or name.</param>
/// <param name="Heirs">The units that come of it; blank ones do not count.</param>
/// <param name="Superior">Where those that move go, and new ones belong.</param>
public sealed record TypedChange(
    string Kind, string Units, IReadOnlyList<(string Code, string Name)> Heirs, string NewName, string Superior, string Day, string Note,
    string Reason)
{
    internal static IReadOnlyList<(string Kind, string Name)> Kinds { get; } =
    [
        ("merge", "Hợp nhất, sáp nhập"), ("split", "Chia thành nhiều đơn vị"), ("separate", "Tách một phần thành đơn vị mới"),
        ("rename", "Đổi tên"), ("reparent", "Chuyển cấp trên"),
    ];

    private const int MostHeirs = 6;

    public bool HasHeirs => Kind is "merge" or "split" or "separate";

    public int Rows => Kind == "merge" ? 1 : 4;

    internal static TypedChange Of(IQueryCollection query) => new(
        Kinds.Any(kind => kind.Kind == query["kind"]) ? query["kind"].ToString() : "", query["units"].ToString(), [], "", "", "", "", "");

    internal static TypedChange Of(IFormCollection posted) => new(
        Kinds.Any(kind => kind.Kind == posted["kind"]) ? posted["kind"].ToString() : "merge",
        posted["units"].ToString().ReplaceLineEndings("\n").Trim(),
        [
            .. Enumerable.Range(0, Math.Min(MostHeirs, posted["heirCode"].Count)).Select(at => (
                (posted["heirCode"][at] ?? "").Trim().ToUpperInvariant(), (posted["heirName"].ElementAtOrDefault(at) ?? "").Trim())),
        ],
        posted["newName"].ToString().Trim(), posted["superior"].ToString().Trim(), posted["day"].ToString().Trim(),
        posted["note"].ToString().Trim(), posted["reason"].ToString().ReplaceLineEndings("\n").Trim());

    /// <summary>The change as a file would have it, and what could not be read, each at its input.</summary>
    internal (DirectoryChangeFile File, IReadOnlyList<FieldError> Faults) Read(UnitDirectory directory, DateOnly today)
    {
        var (faults, units) = (new List<FieldError>(), new List<Unit>());
        foreach (var line in Units.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(1_000))
        {
            if (directory.FindNamed(line, today) is { } unit)
            {
                units.Add(unit);
            }
            else
            {
                faults.Add(new FieldError(
                    "/units", "unknown", $"Không tìm thấy đơn vị \"{(line.Length > 80 ? line[..80] : line)}\" trong danh bạ."));
            }
        }

        var heirs = Heirs.Where(heir => heir.Code.Length + heir.Name.Length > 0).ToList();
        var superior = Superior.Length == 0 ? null : directory.FindNamed(Superior, today);
        Check(units.Count > 0 || faults.Count > 0, "units", "Nêu ít nhất một đơn vị.");
        Check(Kind is "merge" or "reparent" || units.Count <= 1, "units", "Nêu đúng một đơn vị.");
        Check(!HasHeirs || heirs.Count > 0, "heir-code-0", "Nêu đơn vị hình thành sau thay đổi.");
        Check(Kind != "rename" || NewName.Length > 0, "newName", "Ghi tên mới.");
        Check(superior is not null || (Kind != "reparent" && Superior.Length == 0), "superior", "Ghi mã hoặc tên đầy đủ của cấp trên.");
        Check(TypedDay.TryRead(Day, out var day), "day", "Ghi ngày theo dạng ngày/tháng/năm, ví dụ 01/07/2026.");
        var spelled = UnitLine.Spell(day);
        return (
            new DirectoryChangeFile(
                [.. Lines(directory, units, heirs, superior, spelled)],
                [
                    .. units.SelectMany(unit => (HasHeirs ? heirs.Select(heir => heir.Code) : [unit.Code.ToString()])
                        .Select(heir => new DirectoryChangeFile.Entry(unit.Code.ToString(), heir, Kind, spelled, Note))),
                ],
                Reason),
            faults);

        void Check(bool right, string input, string message)
        {
            if (!right)
            {
                faults.Add(new FieldError($"/{input}", "required", message));
            }
        }
    }

    /// <summary>A fault of the whole change at the input that it comes from.</summary>
    internal FieldError Placed(FieldError fault, UnitDirectory directory)
    {
        var input = (fault.Place.Split('/'), fault.Rule) switch
        {
            (_, "day") => "day",
            (_, "note") => "note",
            (["", "units", var at, ..], var rule) when HasHeirs && int.TryParse(at, out var line) =>
                $"heir-{(rule is "code" or "duplicate" ? "code" : "name")}-{RowOf(line, directory)}",
            (_, "successor" or "successor-life" or "successor-count") when HasHeirs => "heir-code-0",
            (["", "units", ..], "name" or "unaltered") => "newName",
            (["", "successions", ..], "unaltered") => Kind == "rename" ? "newName" : "superior",
            (["", "units", ..], _) when Kind == "reparent" => "superior",
            (["", _, ..], _) => "units",
            _ => null,
        };
        return input is null ? fault : fault with { Place = $"/{input}" };
    }

    private IEnumerable<DirectoryChangeFile.Line> Lines(
        UnitDirectory directory, List<Unit> units, List<(string Code, string Name)> heirs, Unit? superior, string day) => Kind switch
        {
            "rename" => units.Select(unit => new DirectoryChangeFile.Line(unit.Code.ToString(), NewName)),
            "reparent" => units.Select(unit => new DirectoryChangeFile.Line(unit.Code.ToString(), Superior: $"{superior?.Code}")),
            _ when units is [var first, ..] => heirs.Where(heir => IsNew(heir.Code, directory)).Select(heir => new DirectoryChangeFile.Line(
                heir.Code, heir.Name, UnitLine.Of(0, first).Level, $"{superior?.Code ?? first.Superior}", first.Head, "", day)),
            _ => [],
        };

    /// <summary>The row of the page that a line of the change came from: heirs that are there already have none.</summary>
    private int RowOf(int line, UnitDirectory directory) => Heirs.Index()
        .Where(heir => heir.Item.Code.Length + heir.Item.Name.Length > 0 && IsNew(heir.Item.Code, directory))
        .Select(heir => heir.Index).ElementAtOrDefault(line);

    private static bool IsNew(string code, UnitDirectory directory) =>
        !UnitCode.TryParse(code, out var unit) || directory.Find(unit) is null;
}
