// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.report.html;

/** The style of a page, for screens and for paper. */
final class PageStyle {

    private PageStyle() {
    }

    /** Without characters that XML would want escaped, because HTML reads styles as they are. */
    static String css() {
        return """
            :root{color-scheme:light}
            *{box-sizing:border-box}
            body{font:15px/1.45 system-ui,"Segoe UI",Roboto,Helvetica,Arial,sans-serif;color:#1c2733;background:#fff;
            margin:0 auto;max-width:1240px;padding:24px;overflow-wrap:anywhere}
            h1,h2,h3,h4,p,td,th,caption,figcaption,li,text{unicode-bidi:isolate}
            h1{font-size:28px;margin:0 0 12px}
            h2{font-size:21px;margin:36px 0 12px;border-bottom:2px solid #0b5394;padding-bottom:4px}
            h3{font-size:17px;margin:24px 0 8px}
            h4{font-size:15px;margin:18px 0 6px}
            p{margin:0 0 10px;white-space:pre-line;max-width:90ch}
            a{color:#0b5394}
            nav ul{list-style:none;margin:16px 0 0;padding:0;display:flex;flex-wrap:wrap;gap:4px 20px}
            .notice{border-left:6px solid #777;background:#f4f6f8;padding:10px 14px;margin:10px 0}
            .notice p{margin:0 0 4px}
            .notice .title{font-weight:600}
            .success{border-color:#009e73}
            .warning{border-color:#e69f00}
            .failure{border-color:#d55e00;background:#fdf1ea}
            .graph,.table{overflow-x:auto;margin:12px 0}
            svg{font-family:system-ui,"Segoe UI",Roboto,Helvetica,Arial,sans-serif;fill:#1c2733}
            .graph svg{background:#fafbfc;border:1px solid #d6dde4}
            .graph .fit{max-width:100%;height:auto}
            .graph a{text-decoration:none}
            table{border-collapse:collapse;font-size:13px;font-variant-numeric:tabular-nums}
            caption{text-align:left;font-weight:600;padding:6px 0}
            th,td{border-bottom:1px solid #e1e6eb;padding:3px 10px 3px 6px;vertical-align:top;text-align:left}
            thead th{border-bottom:2px solid #8a97a5;background:#f4f6f8;vertical-align:bottom;min-width:56px}
            td{white-space:pre-line;max-width:40ch}
            .number{text-align:right}
            td.number,td.text{white-space:nowrap}
            thead .number,thead .text{overflow-wrap:normal}
            .long{min-width:24ch}
            .facts th{font-weight:400;color:#44525f;min-width:22ch;max-width:42ch}
            .facts td{max-width:80ch}
            .marked th,.marked td{font-weight:600;color:#1c2733}
            .facts .note{font-weight:400;color:#5a6875}
            .figures{display:flex;flex-wrap:wrap;gap:18px;margin:12px 0;align-items:flex-start}
            figure{margin:0;max-width:100%}
            .chart,img{max-width:100%;height:auto;display:block}
            td img{max-width:200px}
            figcaption{font-size:13px;color:#44525f;margin-top:4px;max-width:60ch}
            .absent{font-style:italic;color:#8a3b00}
            @media screen{.figures img{max-height:540px;width:auto}}
            @media print{
            body{max-width:none;padding:0;font-size:10pt}
            nav{display:none}
            a{color:inherit}
            h2,h3,h4,caption{break-after:avoid}
            thead{display:table-header-group}
            tr,figure,.notice{break-inside:avoid}
            table{font-size:7pt}
            .graph,.table{overflow:visible}
            .graph svg{width:100%;height:auto}
            .figures{gap:8px}
            .figures figure{max-width:48%}
            .figures img{max-height:120mm;width:auto}
            @page{size:A4;margin:15mm}
            }
            """;
    }
}
