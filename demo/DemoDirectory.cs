using System.Globalization;
using VksServerless.Application.Units;
using VksServerless.Documents.Units;
using VksServerless.Units;

namespace VksServerless.Demo;

/// <summary>
/// The shipped directory, with districts that are plainly samples where more units are wanted; where fewer are, some of
/// the shipped ones.
/// </summary>
internal sealed record DemoDirectory(UnitDirectory Directory, IReadOnlyList<Unit> Participants)
{
    private const string Procuracy = "Viện kiểm sát nhân dân ";

    // Both outlines, a province with all its districts and one of each kind: what the smallest demo must have.
    private static readonly string[] First = ["VP", "KHTC", "T84", "T84-TV", "T84-CL", "T84-CK", "T01", "T01-TT",
        "CC1", "C2", "VKSQSTW", "BVPL", "DHKSHN"];

    public static DemoDirectory For(int count)
    {
        var shipped = DirectoryFile.Shipped;
        var reporting = shipped.Units.Where(unit => unit.Level != UnitLevel.Sector).ToList();
        if (count <= reporting.Count)
        {
            var chosen = First.Select(code => shipped.Find(UnitCode.Of(code))!)
                .Concat(reporting.OrderBy(unit => unit.Superior == UnitCode.Of("T84") ? 0 : 1))
                .DistinctBy(unit => unit.Code)
                .Take(count)
                .ToList();
            return new DemoDirectory(shipped, chosen);
        }

        var samples = Samples([.. reporting.Where(unit => unit.Level == UnitLevel.Province)]).Take(count - reporting.Count);
        var directory = UnitDirectory.Of([.. shipped.Units, .. samples]);
        return new DemoDirectory(directory, [.. directory.Units.Where(unit => unit.Level != UnitLevel.Sector)]);
    }

    /// <summary>One district for each province in turn, then a second for each, without end.</summary>
    private static IEnumerable<Unit> Samples(IReadOnlyList<Unit> provinces)
    {
        for (var number = 1; ; number++)
        {
            foreach (var province in provinces)
            {
                var text = number.ToString("000", CultureInfo.InvariantCulture);
                var place = province.Name.Replace(Procuracy, "", StringComparison.Ordinal);
                yield return new Unit(
                    UnitCode.Of($"{province.Code}-M{text}"),
                    $"Đơn vị mẫu số {text} (huyện mẫu), {place}",
                    UnitLevel.District,
                    province.Code,
                    "Viện trưởng (mẫu)",
                    [$"{province.Code}-m{text}@vks.example".ToLowerInvariant()],
                    province.ValidFrom,
                    null);
            }
        }
    }
}
