using System.Text;
using VksServerless.Cycles;
using VksServerless.Documents.Reports;
using VksServerless.Reports;
using VksServerless.Units;

namespace VksServerless.Documents.Tests.Reports;

public class The_list_of_reports_as_csv
{
    private static readonly DateTimeOffset Due = new(2018, 7, 13, 16, 0, 0, VietnamTime.Offset);

    [Theory]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("+84", "\"'+84\"")]
    [InlineData("-5", "\"'-5\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("Cục 2", "Cục 2")]
    [InlineData("Cục \"2\", phòng 1", "\"Cục \"\"2\"\", phòng 1\"")]
    public async Task Has_nothing_that_a_spreadsheet_would_run(string name, string cell)
    {
        var lines = await Write(name);

        lines[0].ShouldStartWith("\uFEFFMã đơn vị,Đơn vị,");
        lines[1].ShouldStartWith($"C2,{cell},");
        lines[1].ShouldContain(",Chưa nộp,13/07/2018 16:00,");
    }

    private static async Task<string[]> Write(string name)
    {
        var unit = UnitCode.Of("C2");
        var roster = new Roster([new Participant(unit, name, UnitLevel.Department, UnitCode.Sector, Tier.Supreme, [])], []);
        var report = new Obligation(
            CycleId.From(PersonId.Of("centre"), "key-1"), unit, UnitCode.Sector, Tier.Supreme, Due, Due, new ReportState.Owed(), 0, null, null,
            0, 1);
        using var file = new MemoryStream();
        await ReportsCsv.Write(new[] { report }.ToAsyncEnumerable(), roster, file, CancellationToken.None);
        return Encoding.UTF8.GetString(file.ToArray()).Split("\r\n");
    }
}
