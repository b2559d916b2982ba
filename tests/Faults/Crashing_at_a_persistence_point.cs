using System.Collections.Concurrent;
using VksServerless.Faults.Cycle;
using VksServerless.Faults.Faults;
using Xunit.Abstractions;

namespace VksServerless.Faults;

/// <summary>
/// The power goes, just before or just after the Nth operation that changes the store. One cycle is played and the disk
/// is copied at these moments; from each copy a new host goes on, and people ask again for everything.
/// </summary>
[Collection(nameof(Undisturbed))]
public class Crashing_at_a_persistence_point(Undisturbed undisturbed, ITestOutputHelper output)
{
    private const int Samples = 9;
    private const int AfterEachBeginning = 2;

    [Fact]
    public async Task Ends_the_cycle_as_if_nothing_had_happened()
    {
        using var folder = new TemporaryFolder();
        var images = await Record(folder);
        images.Count.ShouldBeGreaterThan(2 * Samples);
        var (mails, twice) = (0, 0);
        foreach (var image in images.OrderBy(image => image.Name, StringComparer.Ordinal))
        {
            try
            {
                var ending = await GoOn(image);
                (mails, twice) = (mails + ending.Mails, twice + ending.MailsTwice);
            }
            catch (Exception fault)
            {
                throw new InvalidOperationException($"After the crash {image.Name}: {fault.Message}", fault);
            }
        }

        output.WriteLine(
            $"{undisturbed.Operations} operations in a cycle, {images.Count} crashes, {mails} mails, {twice} of them twice " +
            $"({(double)twice / images.Count:0.00} a crash)");
        twice.ShouldBeLessThan(
            images.Count * 4, "only what was on its way when the power went goes out again: no more than are sent side by side");
    }

    private async Task<IReadOnlyCollection<DiskImage>> Record(TemporaryFolder folder)
    {
        var plan = new FaultPlan();
        await using var stage = await Stage.Start(folder.Sub("data"), Undisturbed.Directory, plan);
        var images = new ConcurrentBag<DiskImage>();
        var stride = Undisturbed.All ? 1 : Math.Max(1, undisturbed.Operations / Samples);
        var boundary = 0;
        var campaign = new Campaign(stage, Undisturbed.Directory) { Begins = _ => boundary = plan.Operations };
        plan.Before = number => Take(number, "before");
        plan.After = number => Take(number, "after");
        plan.Watch();
        await campaign.Play();
        await stage.Settle();
        return images;

        void Take(int number, string moment)
        {
            if (number % stride == 0 || number - boundary <= AfterEachBeginning)
            {
                var name = $"{number:0000} {moment}";
                images.Add(DiskImage.Take(name, stage.Folder, folder.Sub(name), stage.Clock.GetUtcNow(), campaign.Receipts));
            }
        }
    }

    private async Task<Ending> GoOn(DiskImage image)
    {
        await using var stage = await Stage.Start(image.Folder, Undisturbed.Directory, now: image.At);
        stage.Clock.Advance(TimeSpan.FromMinutes(1));
        return await undisturbed.SameEnd(stage, new Campaign(stage, Undisturbed.Directory) { Receipts = image.Receipts });
    }
}
