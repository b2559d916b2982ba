using VksServerless.Forms;
using VksServerless.Workbooks.Tests.Files;

namespace VksServerless.Workbooks.Tests.Reading;

public class A_spoiled_cell
{
    private const int Faults = 500;

    [Fact]
    public async Task Of_each_field_and_column_gives_one_mark_there()
    {
        var form = AForm.AllKinds;
        var bytes = await Samples.Write(Samples.Report(form, new SampleAnswers(13).Full(form)));
        var cells = Spoiling.Cells(await Samples.Content(bytes, form), form).ToList();

        cells.Count.ShouldBeGreaterThan(70);
        foreach (var (number, (_, at, type)) in cells.Index())
        {
            var ways = Spoiling.WaysFor(type);
            await ShouldBeTheOnlyFault(bytes, form, at, ways[number % ways.Count]);
        }
    }

    [Fact]
    public async Task Of_any_form_is_found_five_hundred_times()
    {
        var draw = new SampleAnswers(20261130);
        var forms = FormCatalogue.Shipped.Forms.Select(Samples.ForEveryone).ToList();
        var written = new Dictionary<string, (byte[] Bytes, List<(string Pointer, (string Sheet, string Cell) At, FieldType Type)> Cells)>();
        for (var fault = 0; fault < Faults; fault++)
        {
            var form = forms[draw.Next(forms.Count)];
            if (!written.TryGetValue(form.Ref.ToString(), out var book))
            {
                var bytes = await Samples.Write(Samples.Report(form, draw.Full(form)));
                written[form.Ref.ToString()] = book = (bytes, [.. Spoiling.Cells(await Samples.Content(bytes, form), form)]);
            }

            var (_, at, type) = book.Cells[draw.Next(book.Cells.Count)];
            var ways = Spoiling.WaysFor(type);
            await ShouldBeTheOnlyFault(book.Bytes, form, at, ways[draw.Next(ways.Count)]);
        }
    }

    private static async Task ShouldBeTheOnlyFault(
        byte[] bytes, Form form, (string Sheet, string Cell) at, Action<AFile, (string Sheet, string Cell)> spoil)
    {
        var file = new AFile(bytes);
        spoil(file, at);
        var spoiled = file.Bytes();
        var faults = await Samples.Faults(spoiled, form);

        faults.Select(fault => fault.Place!.ToString()).ShouldBe([$"{at.Sheet}, ô {at.Cell}"], $"{form.Ref}");
        faults[0].Message.ShouldNotBeEmpty();
        var marks = new AFile(Samples.Mark(spoiled, faults)).Marks();
        marks.ShouldHaveSingleItem().ShouldStartWith($"{at.Sheet} {at.Cell}: ");
    }
}
