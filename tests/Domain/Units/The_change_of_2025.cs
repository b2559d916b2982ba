using System.Text.Json;
using VksServerless.Documents.Units;
using VksServerless.Units;

namespace VksServerless.Tests.Units;

public class The_change_of_2025
{
    private static readonly DateOnly Eve = new(2025, 6, 30);
    private static readonly DateOnly Day = new(2025, 7, 1);

    private static readonly UnitDirectory After =
        DirectoryChangeFile.Find("2025-07-01")!.ApplyTo(
            DirectoryFile.Shipped, "Quản trị", new DateTimeOffset(2025, 6, 20, 9, 0, 0, VietnamTime.Offset)).Value;

    [Fact]
    public void Makes_34_provinces_of_63()
    {
        Provinces(Eve).Count.ShouldBe(63);
        Provinces(Day).Count.ShouldBe(34);
        Provinces(Day).Select(unit => unit.Name).ShouldBeUnique();
    }

    [Fact]
    public void Gives_every_old_province_one_heir_that_lives_and_every_new_one_a_predecessor()
    {
        var lineage = new Lineage(After);

        var heirs = Provinces(Eve).Select(unit => lineage.HeirsOf(unit.Code, Eve, Day).ShouldHaveSingleItem()).ToList();

        heirs.Distinct().Order().ShouldBe(Provinces(Day).Select(unit => unit.Code).Order());
    }

    [Fact]
    public void Keeps_the_codes_of_the_eleven_that_were_not_merged() =>
        Provinces(Day).Select(unit => unit.Code.ToString()).Where(code => code.Length == 3)
            .ShouldBe(["T01", "T04", "T11", "T12", "T14", "T20", "T22", "T38", "T40", "T42", "T46"]);

    [Fact]
    public void Has_six_centrally_run_cities() =>
        Provinces(Day).Where(unit => unit.Name.Contains("thành phố", StringComparison.Ordinal))
            .Select(unit => unit.Name[unit.Name.IndexOf("phố ", StringComparison.Ordinal)..][4..]).Order(StringComparer.Ordinal)
            .ShouldBe(["Cần Thơ", "Huế", "Hà Nội", "Hải Phòng", "Hồ Chí Minh", "Đà Nẵng"], ignoreOrder: true);

    [Fact]
    public void Calls_Hue_a_city_from_the_day_it_became_one()
    {
        var hue = UnitCode.Of("T46");

        After.On(new DateOnly(2024, 12, 31)).NameOf(hue).ShouldBe("Viện kiểm sát nhân dân tỉnh Thừa Thiên Huế");
        After.On(new DateOnly(2025, 1, 1)).NameOf(hue).ShouldBe("Viện kiểm sát nhân dân thành phố Huế");
    }

    [Fact]
    public void Puts_the_districts_of_Tra_Vinh_under_Vinh_Long_and_leaves_Thanh_Tri_with_Ha_Noi()
    {
        DirectoryFile.Shipped.Units.Where(unit => unit.Superior == UnitCode.Of("T84")).Select(unit => unit.Code)
            .ShouldBe(After.Units.Where(unit => unit.Superior == UnitCode.Of("T86-2025")).Select(unit => unit.Code));
        After.Find(UnitCode.Of("T01-TT"))!.Superior.ShouldBe(UnitCode.Of("T01"));
    }

    [Fact]
    public void Leaves_everyone_else_as_they_were() =>
        After.Units.Where(unit => unit.Level is not (UnitLevel.Province or UnitLevel.District))
            .Select(unit => JsonSerializer.Serialize(unit))
            .ShouldBe(DirectoryFile.Shipped.Units.Where(unit => unit.Level is not (UnitLevel.Province or UnitLevel.District))
                .Select(unit => JsonSerializer.Serialize(unit)));

    private static List<Unit> Provinces(DateOnly day) =>
        [.. After.On(day).Units.Where(unit => unit.Level == UnitLevel.Province && unit.LivesOn(day))];
}
