using Microsoft.Azure.Functions.Worker;

namespace VksServerless.SampleApp;

public sealed class Activities(Journal journal)
{
    public sealed record Step(string Name, int Number);

    [Function(nameof(Double))]
    public async Task<Step> Double([ActivityTrigger] Step input, FunctionContext context, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        await journal.Note($"{context.FunctionDefinition.Name} {input.Name} {input.Number}");
        return input with { Number = input.Number * 2 };
    }

    [Function(nameof(Note))]
    public Task Note([ActivityTrigger] string text) => journal.Note(text);
}
