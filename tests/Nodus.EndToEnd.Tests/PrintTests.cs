using System.ComponentModel;
using System.Diagnostics;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Nodus.EndToEnd.Tests;

/// <summary>A page on paper, for the treatment room.</summary>
[Collection(OneSite.Name)]
public sealed class PrintTests(RunningSite site)
{
    [Fact]
    public async Task MusclePage_Printed_HoldsItsNameAndNoMenus()
    {
        Assert.SkipWhen(site.Browser is null, site.WhyNoBrowser ?? "");
        await using IBrowserContext window = await site.Browser!.NewContextAsync(new() { ColorScheme = ColorScheme.Dark });
        IPage page = await window.NewPageAsync();
        await page.GotoAsync($"{site.Address}/muscles/infraspinatus");
        byte[] pdf = await page.PdfAsync(new PagePdfOptions { Format = "A4" });
        Assert.Equal("%PDF-"u8.ToArray(), pdf[..5]);

        string? text = await TextOfAsync(pdf);
        Assert.SkipWhen(text is null, "pdftotext (poppler-utils) was not found on PATH; the words of the print were not read.");
        Assert.Contains("Infraspinatus", text, StringComparison.Ordinal);
        // The first point stands below the cautions; what ties rows together would leave half a sheet blank before it.
        Assert.Contains("Infraspinatus, upper medial", text.Split('\f')[0], StringComparison.Ordinal);
        Assert.DoesNotContain("Skip to the content", text, StringComparison.Ordinal);
        // A tall empty page is the usual fault of a grid that may not break.
        Assert.All(text.TrimEnd('\f', '\n').Split('\f'), sheet => Assert.True(sheet.Trim().Length > 40, "A sheet is as good as empty."));
    }

    [Fact]
    public async Task Workbench_Printed_HoldsNothingThatWasToldInPrivate()
    {
        await using WorkbenchPage workbench = await WorkbenchPage.OpenAsync(site, gateOpen: false);
        await workbench.Page.EvaluateAsync(
            "() => localStorage.setItem('nodus.intake', JSON.stringify({ answers: { unsafe_at_home: true, neck_squeezed: true, fainted: true } }))");
        await workbench.Page.ReloadAsync();
        await workbench.WakeAsync();
        ILocator stop = workbench.Page.Locator(".stop-card"), more = workbench.Page.Locator(".gate-section", new() { HasTextString = "A little more about your neck" });
        await Expect(stop).ToContainTextAsync("pressure on the neck");
        await Expect(more).ToBeVisibleAsync();

        await workbench.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(stop).ToBeHiddenAsync();
        await Expect(more).ToBeHiddenAsync();
        string? text = await TextOfAsync(await workbench.Page.PdfAsync(new PagePdfOptions { Format = "A4" }));
        Assert.SkipWhen(text is null, "pdftotext (poppler-utils) was not found on PATH; the words of the print were not read.");
        Assert.Contains("About you in general", text, StringComparison.Ordinal);
        foreach (string part in (string[])["unsafe", "neck", "in private", "safeguarding", "emergency"])
            Assert.DoesNotContain(part, text, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The words of a PDF, sheets parted by form feeds; null where there is no pdftotext.</summary>
    private static async Task<string?> TextOfAsync(byte[] pdf)
    {
        CancellationToken stop = TestContext.Current.CancellationToken;
        string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        await File.WriteAllBytesAsync(file, pdf, stop);
        try
        {
            using Process reader = Process.Start(new ProcessStartInfo("pdftotext", ["-layout", file, "-"])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
            })!;
            string text = await reader.StandardOutput.ReadToEndAsync(stop);
            await reader.WaitForExitAsync(stop);
            return text;
        }
        catch (Win32Exception)
        {
            return null;
        }
        finally
        {
            File.Delete(file);
        }
    }
}
