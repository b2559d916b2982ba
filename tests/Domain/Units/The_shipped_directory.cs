using System.Text;
using VksServerless.Documents.Units;
using VksServerless.Units;

namespace VksServerless.Tests.Units;

public class The_shipped_directory
{
    [Theory]
    [InlineData(UnitLevel.Sector, 1)]
    [InlineData(UnitLevel.Department, 6)]
    [InlineData(UnitLevel.HighLevel, 3)]
    [InlineData(UnitLevel.Military, 1)]
    [InlineData(UnitLevel.Press, 2)]
    [InlineData(UnitLevel.School, 2)]
    [InlineData(UnitLevel.Province, 63)]
    [InlineData(UnitLevel.District, 10)]
    public void Has_so_many_units_of_each_level(UnitLevel level, int count) =>
        DirectoryFile.Shipped.Units.Count(unit => unit.Level == level).ShouldBe(count);

    [Fact]
    public void Has_the_nine_districts_of_Tra_Vinh() =>
        DirectoryFile.Shipped.Units.Where(unit => unit.Superior == UnitCode.Of("T84")).Select(unit => unit.Name).ShouldBe(
            [
                "Viện kiểm sát nhân dân thành phố Trà Vinh, tỉnh Trà Vinh",
                "Viện kiểm sát nhân dân thị xã Duyên Hải, tỉnh Trà Vinh",
                "Viện kiểm sát nhân dân huyện Càng Long, tỉnh Trà Vinh",
                "Viện kiểm sát nhân dân huyện Cầu Kè, tỉnh Trà Vinh",
                "Viện kiểm sát nhân dân huyện Cầu Ngang, tỉnh Trà Vinh",
                "Viện kiểm sát nhân dân huyện Châu Thành, tỉnh Trà Vinh",
                "Viện kiểm sát nhân dân huyện Duyên Hải, tỉnh Trà Vinh",
                "Viện kiểm sát nhân dân huyện Tiểu Cần, tỉnh Trà Vinh",
                "Viện kiểm sát nhân dân huyện Trà Cú, tỉnh Trà Vinh",
            ]);

    [Fact]
    public void Calls_the_five_centrally_run_cities_cities() =>
        DirectoryFile.Shipped.Units.Where(
            unit => unit.Level == UnitLevel.Province && unit.Name.Contains("thành phố", StringComparison.Ordinal))
            .Select(unit => unit.Code.ToString()).ShouldBe(["T01", "T31", "T48", "T79", "T92"]);

    [Fact]
    public void Gives_no_two_units_the_same_name() =>
        DirectoryFile.Shipped.Units.Select(unit => unit.Name).ShouldBeUnique();

    [Fact]
    public void Is_written_in_composed_characters()
    {
        using var file = new StreamReader(typeof(Unit).Assembly.GetManifestResourceStream("units.csv")!, Encoding.UTF8);
        var text = file.ReadToEnd();
        text.Length.ShouldBeGreaterThan(5_000);
        text.IsNormalized(NormalizationForm.FormC).ShouldBeTrue();
    }

    [Fact]
    public void Sends_no_mail_to_an_address_that_could_exist() =>
        DirectoryFile.Shipped.Units.SelectMany(unit => unit.Mails)
            .ShouldAllBe(mail => mail.EndsWith("@vks.example", StringComparison.Ordinal));

    [Fact]
    public void Lives_throughout_the_years_of_the_source_documents() =>
        DirectoryFile.Shipped.Units.ShouldAllBe(unit => unit.LivesOn(new DateOnly(2018, 1, 1)) && unit.LivesOn(new DateOnly(2024, 12, 31)));
}
