using VksServerless.Units;

namespace VksServerless.Tests.Units;

public class Naming_a_unit
{
    private static readonly UnitDirectory Directory = UnitDirectory.Of(
    [
        .. ADirectory.Small.Units.Select(unit => unit.Code.ToString() switch
        {
            "P1" => unit with { Name = "Viện kiểm sát nhân dân tỉnh Đắk Lắk" },
            "P2-A" or "P3-A" => unit with { Name = "Khu vực 1" },
            "P2-B" => unit with { Name = "Khu vực 2", ValidTo = new DateOnly(2024, 12, 31) },
            "P3-B" => unit with { Name = "Khu vực 2" },
            _ => unit,
        }),
    ]);

    [Theory]
    [InlineData(" p1-a ", "P1-A")]
    [InlineData("vien kiem sat nhan dan tinh dak lak", "P1")]
    [InlineData("Khu vực 2", "P3-B")]
    [InlineData("Khu vực 1", null)]
    [InlineData("tỉnh Đắk Lắk", null)]
    [InlineData("", null)]
    public void Is_by_code_or_by_the_whole_name_where_one_living_unit_has_it(string typed, string? found) =>
        Directory.FindNamed(typed, ADirectory.Day)?.Code.ToString().ShouldBe(found);

    [Theory]
    [InlineData("dak lak", true)]
    [InlineData("p1", true)]
    [InlineData("khu vuc", false)]
    public void Matches_part_of_the_name_or_the_code(string plain, bool matches) =>
        Directory.Find(ADirectory.Code("P1"))!.Matches(plain).ShouldBe(matches);
}
