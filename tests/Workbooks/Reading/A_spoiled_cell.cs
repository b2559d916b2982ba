using VksServerless.Forms;
using VksServerless.Workbooks.Tests.Files;

namespace VksServerless.Workbooks.Tests.Reading;

public class A_spoiled_cell
{
    private const int Faults = 500;
    private const int MarkedOneIn = 10;

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
            await ShouldBeMarked(await ShouldBeTheOnlyFault(bytes, form, at, ways[number % ways.Count]), form, at);
        }
    }

    [Fact]
    public async Task Of_any_form_is_found_five_hundred_times()
    {
        var draw = new SampleAnswers(20261130);
        var forms = FormCatalogue.Shipped.Forms.Select(Samples.ForEveryone).ToList();
        var written =
            new Dictionary<string, (byte[] Bytes, List<(string Pointer, (string Sheet, string Cell) At, FieldType Type)> Cells)>();
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
            var spoiled = await ShouldBeTheOnlyFault(book.Bytes, form, at, ways[draw.Next(ways.Count)]);
            if (fault % MarkedOneIn == 0)
            {
                await ShouldBeMarked(spoiled, form, at);
            }
        }
    }

    private static async Task<byte[]> ShouldBeTheOnlyFault(
        byte[] bytes, Form form, (string Sheet, string Cell) at, Action<AFile, (string Sheet, string Cell)> spoil)
    {
        var file = new AFile(bytes);
        spoil(file, at);
        var spoiled = file.Bytes();
        var faults = await Samples.Faults(spoiled, form);

        faults.Select(fault => fault.Place!.ToString()).ShouldBe([$"{at.Sheet}, ô {at.Cell}"], $"{form.Ref}");
        faults[0].Message.ShouldNotBeEmpty();
        return spoiled;
    }

    private static async Task ShouldBeMarked(byte[] spoiled, Form form, (string Sheet, string Cell) at) =>
        new AFile(Samples.Mark(spoiled, await Samples.Faults(spoiled, form))).Marks()
            .ShouldHaveSingleItem().ShouldStartWith($"{at.Sheet} {at.Cell}: ");
}
