/** A QR code as one black path, with its quiet zone; `label` says where it leads. The path comes from `qrPath`. */
export const QrCode = ({ path, size, label }: { path: string; size: number; label: string }) => (
  <svg className="size-[132px] flex-none" viewBox={`-4 -4 ${size + 8} ${size + 8}`} role="img" aria-label={label} shapeRendering="crispEdges">
    <path d={`M-4-4h${size + 8}v${size + 8}h-${size + 8}z`} fill="#fff" />
    <path d={path} fill="#000" />
  </svg>
)
