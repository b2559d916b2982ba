using System.Globalization;
using System.Text;

namespace VksServerless.Architecture.Tests;

public class The_floors_of_the_domain
{
    /// <summary>Bottom to top. A floor uses those below it.</summary>
    private static readonly string[] Floors =
    [
        "Kernel", "Units", "People", "Calendars", "Forms", "Cycles", "Figures", "Reports", "Totals", "Difficulties", "Publications",
        "Notices", "Access",
    ];

    private static readonly Dependencies Domain = new(typeof(Kernel.Refusal).Assembly, "VksServerless");

    [Fact]
    public void Are_all_in_the_list() => Domain.Folders.ShouldBe(Floors, ignoreOrder: true);

    [Fact]
    public void None_uses_a_floor_above_it() =>
        Domain.Where((from, to) => Array.IndexOf(Floors, from) < Array.IndexOf(Floors, to)).ShouldBeEmpty();

    /// <summary>Run with WRITE_FLOORS=1 to write the table after a change that is wanted.</summary>
    [Fact]
    public void Use_each_other_as_docs_floors_says()
    {
        var file = Path.Combine(Projects.Root, "docs", "floors.md");
        if (Environment.GetEnvironmentVariable("WRITE_FLOORS") == "1")
        {
            File.WriteAllText(file, Table());
        }

        File.ReadAllText(file).ShouldBe(Table());
    }

    private static string Table()
    {
        var table = new StringBuilder("""
            # Floors of the domain

            A row uses the types of its columns: how many pairs of types. Floors are listed from the bottom to the top, so the table is empty
            above its diagonal. A test keeps it so and writes this file (`WRITE_FLOORS=1 dotnet test tests/Architecture -c Release`).


            """);
        table.Append("| |").AppendJoin('|', Floors.Select(floor => $" {floor} ")).Append("|\n");
        table.Append("|---|").AppendJoin('|', Floors.Select(_ => "---:")).Append("|\n");
        foreach (var floor in Floors)
        {
            table.Append(CultureInfo.InvariantCulture, $"| **{floor}** |").AppendJoin('|', Floors.Select(used => $" {Cell(floor, used)} "))
                .Append("|\n");
        }

        return table.ToString();
    }

    private static string Cell(string floor, string used) =>
        floor == used ? "–" : Domain.Count(floor, used) is > 0 and var count ? count.ToString(CultureInfo.InvariantCulture) : "";
}
