using System.Xml.Linq;
using VksServerless.Application.Workbooks;
using VksServerless.Figures;
using VksServerless.Workbooks.Tests.Files;

namespace VksServerless.Workbooks.Tests.Office;

/// <summary>Workbooks before and after LibreOffice saved them.</summary>
public sealed class SavedBooks : IAsyncLifetime
{
    internal static readonly string[] Filled = ["moi-loai@1", "ra-soat-phan-mem@2", "tien-do-chuyen-doi-so@2"];

    internal static readonly string[] Calculated =
        ["an-hinh-su-nam@2", "chi-so-ung-dung-cntt@1", "ra-soat-phan-mem@2", "tien-do-chuyen-doi-so@2", "kho-khan-vuong-mac@1"];

    internal static readonly WorkbookFault Fault = new(new WorkbookPlace("Phần I", "C5"), "/answers/le", "unreadable", "Ghi số.");

    private IReadOnlyDictionary<string, byte[]> _saved = new Dictionary<string, byte[]>();

    internal Dictionary<string, byte[]> Written { get; } = [];

    internal byte[] this[string name] => _saved[name];

    internal static Answers AnswersOf(string form) => new SampleAnswers(31).Of(Samples.FormOf(form));

    public async Task InitializeAsync()
    {
        foreach (var form in Filled.Union(Calculated))
        {
            Written[form] = await Samples.Write(Samples.Report(Samples.FormOf(form), AnswersOf(form)));
        }

        foreach (var form in Calculated)
        {
            Written[$"calculate-{form}"] = Uncalculated(new AFile(Written[form])).Bytes();
        }

        Written["marked"] = Samples.Mark(Written[Filled[0]], Fault);
        _saved = await AnOffice.Save(Written);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>Without what was calculated when it was written, so that it has to be calculated there.</summary>
    private static AFile Uncalculated(AFile file)
    {
        foreach (var cell in file.SheetNames.SelectMany(name => file.Sheet(name).Descendants(AFile.Main + "c")).ToList())
        {
            if (cell.Element(AFile.Main + "f") is not null)
            {
                cell.Element(AFile.Main + "v")!.Remove();
                cell.SetAttributeValue("t", null);
            }
        }

        return file;
    }
}
