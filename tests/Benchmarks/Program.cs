using System.Globalization;
using System.Text.Json;
using VksServerless.Benchmarks;

// One figure a line, as JSON. Ratios are of one run on one machine; the load says how quiet it was.
//   dotnet run -c Release --project tests/Benchmarks -- submit | totals [units] | cycle [units] | rollup [units] | pages [units] | first-page
var units = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : args is ["rollup"] ? 1_000_000 : 10_000;
switch (args.FirstOrDefault())
{
    case "submit":
        await Submitting.Measure(Print);
        break;
    case "totals":
        await ReadingTotals.Measure(units, Print);
        break;
    case "cycle":
        await WholeCycle.Measure(units, Print);
        break;
    case "rollup":
        await RollingUp.Measure(units, Print);
        break;
    case "pages":
        await OpeningPages.Measure(units, Print);
        break;
    case "first-page":
        await FirstPage.Measure(Print);
        break;
    default:
        await Console.Error.WriteLineAsync("submit | totals [units] | cycle [units] | rollup [units] | pages [units] | first-page");
        return 1;
}

return 0;

static void Print(object figure) => Console.WriteLine(JsonSerializer.Serialize(new { load = Load(), figure }, JsonSerializerOptions.Web));

static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
